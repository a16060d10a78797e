"""Bytes to text: the encodings in which German articles are found."""

import codecs
import re
import unicodedata

from lib.read.files import UnreadableError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?((?:windows-?|cp|iso-?8859-?|latin-?|utf-?|mac|koi8-)[\w-]*)", re.IGNORECASE
)
"""What a page says that it is written in, as far as European ones are; some others that Python knows are slow."""
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|" + CONTROL.pattern)
FALLBACK = "cp1252"
_MIXED = "windows-1252 within utf-8"  # the name of an error handler
_LETTERS = "äöüßÄÖÜé„“–".encode(FALLBACK)
BINARY_SHARE = 0.01
SAMPLE = 100_000


def decode(data: bytes, *, fallback: str = FALLBACK) -> str:
    """Text of a file: by byte order mark, as UTF-8, as UTF-16 without a mark, else as `fallback`, Windows-1252.

    The text comes in Unicode's composed form (NFC), lines end with a line feed, and characters that nobody sees (soft
    hyphens, zero-width and direction marks, controls) are left out.

    Raises:
        UnreadableError: the bytes are no text.
    """
    try:
        text = _decode(data, fallback)
    except (LookupError, UnicodeError):  # no such encoding, or none of text
        text = _decode(data, FALLBACK)
    sample = text[:SAMPLE]
    if len(CONTROL.findall(sample)) > BINARY_SHARE * len(sample):
        raise UnreadableError("is not a text file", "save its text as .txt or its page as HTML")
    return tidy(text)


def tidy(text: str) -> str:
    """Text in Unicode's composed form, without what nobody sees; halves of a character become its replacement."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", whole))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_page(data: bytes) -> str:
    """Source of a web page: as `decode` does, but in the encoding that the page declares rather than Windows-1252.

    Valid UTF-8 comes first all the same: pages that were saved anew still declare what they once were.
    """
    declared = DECLARED.search(data[:4096])
    return decode(data, fallback=declared[1].decode("ascii") if declared else FALLBACK)


def _decode(data: bytes, fallback: str) -> str:
    for mark, name in BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    if b"\0" in data:
        return data.decode(_utf16(data), "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    # One damaged byte does not make a UTF-8 file Windows-1252: whole sequences must be the exception for that.
    mended = data.decode("utf-8", "replace")
    damaged = mended.count("\ufffd")
    if sum(character > "\x7f" for character in mended) > 3 * damaged:
        return data.decode("utf-8", _MIXED)
    return data.decode(fallback, "replace")


def _letter(error: UnicodeError) -> tuple[str, int]:
    """A letter in Windows-1252 within UTF-8, as where files of two encodings were joined; else the replacement."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return (byte.decode(FALLBACK) if byte in _LETTERS else "\ufffd", error.start + 1)


codecs.register_error(_MIXED, _letter)


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark: Latin text has a zero in every second byte."""
    low, high = data[:SAMPLE:2], data[1:SAMPLE:2]
    for name, zeros, others in (("utf-16-le", high, low), ("utf-16-be", low, high)):
        if zeros.count(0) > 0.5 * len(zeros) and others.count(0) < 0.05 * len(others):
            return name
    raise UnreadableError("is not a text file", "save its text as .txt or its page as HTML")
