"""The app in lines of text: for a screen reader, a braille line, a pipe and a broken terminal.

It shows the same views and carries out the same actions; only how they are painted and asked for differs.
"""
