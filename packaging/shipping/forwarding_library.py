"""A library for Windows that hands one function on to another, made without a compiler.

For trying only: Wine 8 lacks a function that newer programs ask for. It never goes to a user.
"""

from __future__ import annotations

import struct
from typing import Final

SECTION: Final = 0x1000
"""Where the only section stands in memory."""
PAGE: Final = 0x200
"""A part of the file: the headers are one, the section is another."""


def forwarding_library(name: str, function: str, to: str) -> bytes:
    """Give a 64-bit library with one function, which is another library's: ``advapi32.SystemFunction036``."""
    table = _table(name, function, to)
    directories = struct.pack("<II", SECTION, len(table)) + bytes(8 * 15)
    header = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64) + b"PE\0\0" + _about_file() + _about_image()
    section = struct.pack("<8sIIIIIIHHI", b".edata", len(table), SECTION, PAGE, PAGE, 0, 0, 0, 0, 0x40000040)
    return (header + directories + section).ljust(PAGE, b"\0") + table.ljust(PAGE, b"\0")


def _about_file() -> bytes:
    machine, sections, size_of_image_header, is_library = 0x8664, 1, 240, 0x2022
    return struct.pack("<HHIIIHH", machine, sections, 0, 0, 0, size_of_image_header, is_library)


def _about_image() -> bytes:
    base, systems, memory = 0x180000000, (6, 0, 0, 0, 6, 0), (0x100000, 0x1000, 0x100000, 0x1000)
    code = struct.pack("<HBBIIIII", 0x20B, 14, 0, 0, PAGE, 0, 0, 0)
    sizes = struct.pack("<QII6HIIII", base, SECTION, PAGE, *systems, 0, SECTION + 0x1000, PAGE, 0)
    return code + sizes + struct.pack("<HH4QII", 2, 0x140, *memory, 0, 16)


def _table(name: str, function: str, to: str) -> bytes:
    """Give the table of what the library offers; addresses are those in memory."""
    words, at, texts = [name, function, to], [], b""
    strings = SECTION + 40 + 10
    for word in words:
        at.append(strings + len(texts))
        texts += word.encode("ascii") + b"\0"
    functions, names, numbers = SECTION + 40, SECTION + 44, SECTION + 48
    head = struct.pack("<IIHHIIIIIII", 0, 0, 0, 0, at[0], 1, 1, 1, functions, names, numbers)
    return head + struct.pack("<IIH", at[2], at[1], 0) + texts
