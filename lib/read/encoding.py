"""Bytes to text: the encodings in which German articles are found."""

import codecs
import re
import unicodedata

from lib.read.files import Unreadable

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|" + CONTROL.pattern)
BINARY_SHARE = 0.01
SAMPLE = 100_000


def decode(data: bytes) -> str:
    """Text of a file: by byte order mark, as UTF-8, as UTF-16 without a mark, else as Windows-1252.

    The text comes in Unicode's composed form (NFC), lines end with a line feed, and characters that nobody sees (soft
    hyphens, zero-width and direction marks, controls) are left out.

    Raises:
        Unreadable: the bytes are no text.
    """
    text = _decode(data)
    sample = text[:SAMPLE]
    if len(CONTROL.findall(sample)) > BINARY_SHARE * len(sample):
        raise Unreadable("is not a text file", "save the article as text or HTML")
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    return "\n".join(text.splitlines())


def decode_page(data: bytes) -> str:
    """Source of a web page: by byte order mark or by the encoding that it declares, else as `decode` does."""
    declared = DECLARED.search(data[:4096])
    if declared and not data.startswith(tuple(mark for mark, _ in BOMS)):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # the page is wrong about itself
    return decode(data)


def _decode(data: bytes) -> str:
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
        return mended
    return data.decode("cp1252", "replace")


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark: Latin text has a zero in every second byte."""
    low, high = data[:SAMPLE:2], data[1:SAMPLE:2]
    for name, zeros, others in (("utf-16-le", high, low), ("utf-16-be", low, high)):
        if zeros.count(0) > 0.5 * len(zeros) and others.count(0) < 0.05 * len(others):
            return name
    raise Unreadable("is not a text file", "save the article as text or HTML")
