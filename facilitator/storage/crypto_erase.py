"""Cryptographic erasure: what was encrypted under a key is gone for good as soon as the key is overwritten.

The cipher is a keystream cipher: XOR with a SHAKE-256 keystream under a one-time key. Integrity is a CRC-32,
against accidents only. It is made to forget, not to keep out: who has the key block has the contents.

A key stands at the end of a block of random bytes, and is their digest. When one block is written over
another from front to back, and torn at any byte, one of the two keys can be read: the old one as long as it
is whole, the new one from its random bytes. Torn between the sectors of a disk, in any order, never both.
"""

from __future__ import annotations

from hashlib import shake_256
from typing import Final

from facilitator.storage.frames import frame, whole_lines

KEY_BYTES: Final = 32
KEY_BLOCK: Final = 4_096
"""Bytes. Smaller files stand among the names in some file systems, where nothing is overwritten in place."""
BLOCK: Final = 16_384
"""Contents are filled up to a multiple of so many bytes; a vote on sixty statements fits in one."""


def key_block(chance: bytes) -> bytes:
    """Give a block with the key that follows from random bytes, ``KEY_BLOCK - KEY_BYTES`` of them."""
    return chance + _key_of(chance)


def keys_in(block: bytes) -> list[bytes]:
    """Give the keys that a block may hold, the one at its end first; one when it is whole."""
    chance, key = block[:-KEY_BYTES], block[-KEY_BYTES:]
    return list(dict.fromkeys([key, _key_of(chance)]))


def encrypt(contents: bytes, key: bytes, blocks: int = 1) -> bytes:
    """Give contents so that only the key, used this once, makes them readable.

    Filled up with spaces to ``blocks`` times ``BLOCK`` bytes, or to more of these when that is too little.
    """
    blocks = max(blocks, -(-len(contents) // BLOCK))
    return _xor_keystream(frame(contents.ljust(blocks * BLOCK)), key)


def decrypt(data: bytes, key: bytes) -> bytes | None:
    """Give the contents, or None when this is not their key or one bit of them is wrong."""
    payloads, size = whole_lines(plain := _xor_keystream(data, key))
    return payloads[0].rstrip() if len(payloads) == 1 and size == len(plain) else None


def _key_of(chance: bytes) -> bytes:
    return shake_256(b"key of a box" + chance).digest(KEY_BYTES)


def _xor_keystream(data: bytes, key: bytes) -> bytes:
    """XOR data with the SHAKE-256 keystream of a key; done twice it is as it was."""
    stream = shake_256(key).digest(len(data))
    return (int.from_bytes(data) ^ int.from_bytes(stream)).to_bytes(len(data))
