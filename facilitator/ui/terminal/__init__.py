"""The terminal itself, and all that rests on the pinned version of Textual.

What is private in Textual may change in any version, so it is used in this folder and nowhere else.
``tests/architecture/test_private_names.py`` lists each such name; look there first when the pin moves.

- ``driver``: reads the terminal; any byte may come in, and it may go away at any moment.
- ``input_parser``: from bytes to keys and pasted text.
- ``large_letters``: letters twice as high, where a person saw them.
- ``quiet_app``: the app ends without a traceback over the room's screen.
- ``textual_repairs``: the rest, each with what it mends.
- ``exit_codes``: how a shell hears that a signal ended the app.
"""
