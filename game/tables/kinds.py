"""What a file is, by its bytes: many are called .xlsx or .csv and are something else."""

from __future__ import annotations

from collections.abc import Collection

WORKBOOK, TEXT, OPEN = "workbook", "text", "open"
"""What we read; the last is packed as an OpenDocument."""
_OPENINGS = (
    (b"%PDF", "table_pdf"), (b"{\\rtf", "table_word"), (b"\x1f\x8b", "table_packed"), (b"Rar!", "table_packed"),
    (b"7z\xbc\xaf\x27\x1c", "table_packed"), (b"\x89PNG", "table_picture"), (b"\xff\xd8\xff", "table_picture"),
    (b"GIF8", "table_picture"), (b"BM6", "table_picture"),
)  # fmt: skip
_WEB = (b"<html", b"<!doctype", b"<?xml", b"<table", b"<workbook", b"mime-version:")
_OLD = b"\xd0\xcf\x11\xe0"
"""The container of offices before 2007, and of what newer ones lock."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def kind(data: bytes) -> str:
    """Tell a workbook (or what is packed as one) from a text; for anything else give the code of what to say of it."""
    if data.startswith(_ZIP):
        return WORKBOOK
    if data.startswith(_OLD):
        return "table_password" if _LOCKED in data else "table_xls"
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB):
        return "table_web"
    return next((code for opening, code in _OPENINGS if data.startswith(opening)), TEXT)


def packed_kind(names: Collection[str]) -> str:
    """Tell what a zip holds, by the names in it: a workbook, or the code of what to say of it."""
    if any(name.endswith("workbook.bin") for name in names):
        return "table_xlsb"
    if any(name.endswith(".iwa") or name == "index.zip" for name in names):
        return "table_numbers"
    if "[content_types].xml" in names:
        other = any(name.startswith(("word/", "ppt/")) for name in names) and "xl/workbook.xml" not in names
        return "table_word" if other else WORKBOOK
    if "mimetype" in names and "content.xml" in names:
        return OPEN
    return "table_packed"
