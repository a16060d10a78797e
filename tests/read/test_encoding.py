"""Bytes to text."""

import codecs

import pytest

from lib.read.encoding import decode, decode_page
from lib.read.files import UnreadableError

TEXT = "Größe, Öl und „Übermut“ – für 5 € in Żagań"
WESTERN = "Größe, Öl und „Übermut“ – für 5 €"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_mark_of_utf16_big_endian_is_read() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT


def test_windows_1252_is_read_where_the_bytes_are_no_utf8() -> None:
    assert decode(WESTERN.encode("cp1252")) == WESTERN


def test_one_damaged_byte_does_not_spoil_a_utf8_file() -> None:
    assert decode(TEXT.encode() + b"\xff") == TEXT + "\ufffd"


def test_letters_are_composed_and_invisible_characters_left_out() -> None:
    assert decode("Ko\u0308ln am\u00ad Rhein\u200b\ufeff".encode()) == "Köln am Rhein"


def test_all_line_ends_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", bytes(range(256)) * 20, b"\x01\x02\x03\x04" * 50],
    ids=["picture", "noise", "controls"],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="not a text file"):
        decode(data)


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź</p>'
    assert "Łódź" in decode_page(page.encode("iso-8859-2"))


def test_a_page_that_declares_a_wrong_encoding_is_read_as_what_it_is() -> None:
    assert "für" in decode_page('<meta charset="iso-8859-1"><p>für</p>'.encode())
    for name in ("klingonisch", "idna", "undefined", "punycode"):
        assert "für" in decode_page(f'<meta charset="{name}"><p>für</p>'.encode("cp1252"))


def test_a_line_in_windows_1252_within_utf_8_is_read() -> None:
    lines = [f"Größe {number}: é".encode() for number in range(9)]
    assert decode(b"\n".join([*lines, "Grüße aus Köln".encode("cp1252")])).endswith("Grüße aus Köln")
