"""What is encrypted comes back whole or not at all, and of two keys one is left, wherever a disk stops."""

from __future__ import annotations

from itertools import product

import pytest

from facilitator.storage.crypto_erase import BLOCK, KEY_BLOCK, KEY_BYTES, decrypt, encrypt, key_block, keys_in

SECTOR = 512
OLD, NEW = (key_block(bytes([sign]) * (KEY_BLOCK - KEY_BYTES)) for sign in b"on")
OLD_KEY, NEW_KEY = (block[-KEY_BYTES:] for block in (OLD, NEW))


@pytest.mark.parametrize("contents", [b"x", b" x", b"", b"x" * BLOCK, b"x" * (BLOCK + 1)])
def test_what_is_encrypted_comes_back_as_it_was_and_is_as_long_as_every_other(contents: bytes) -> None:
    encrypted = encrypt(contents, OLD_KEY)
    assert decrypt(encrypted, OLD_KEY) == contents
    assert decrypt(encrypted, NEW_KEY) is None
    assert len(encrypted) == len(encrypt(b"y" * max(len(contents), 1), OLD_KEY))


def test_what_became_shorter_is_as_long_as_it_was() -> None:
    longest = encrypt(b"x" * (BLOCK + 1), OLD_KEY)
    shorter = encrypt(b"x", NEW_KEY, len(longest) // BLOCK)
    assert len(shorter) == len(longest)
    assert decrypt(shorter, NEW_KEY) == b"x"


def test_a_whole_block_holds_one_key() -> None:
    assert keys_in(OLD) == [OLD_KEY]
    assert len(OLD) == KEY_BLOCK


def test_a_block_that_was_torn_at_any_byte_gives_the_old_key_or_the_new() -> None:
    for torn in range(KEY_BLOCK + 1):
        assert {OLD_KEY, NEW_KEY} & set(keys_in(NEW[:torn] + OLD[torn:])), torn


def test_a_block_of_which_any_sectors_were_written_gives_one_of_both_and_never_two() -> None:
    starts = range(0, KEY_BLOCK, SECTOR)
    for chosen in product((OLD, NEW), repeat=len(starts)):
        mixed = b"".join(block[start : start + SECTOR] for block, start in zip(chosen, starts, strict=True))
        assert len({OLD_KEY, NEW_KEY} & set(keys_in(mixed))) == 1
