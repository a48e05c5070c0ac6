"""The XML of a foreign part as a tree: no entity, no document type, no depth that would tire the reader."""

from __future__ import annotations

import re
from typing import Any

from game.core.errors import ExportError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/"
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']*)")
_GIVEN = re.compile(rb"=\s*[\"']")
ATTRIBUTES = 500
"""Attributes of one element: to read them takes the square of their number."""
_PLAIN = (b"utf-8", b"us-ascii", b"ascii")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def tree(data: bytes) -> Any:
    """Give the root of a part. Raises ExportError template_not_docx, template_strict."""
    from lxml import etree

    text = _in_utf8(data)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text or _crowded(text):
        raise ExportError("template_not_docx")
    reader = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text, reader)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ExportError("template_not_docx") from error
    if any((space or "").startswith(STRICT) for space in root.nsmap.values()):
        raise ExportError("template_strict")
    return root


def written(root: Any) -> bytes:
    """Give a tree as the bytes of a part."""
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def w(name: str) -> str:
    """Give the full name of an element or attribute of a Word document."""
    return f"{{{W}}}{name}"


def local(part: Any) -> str:
    """Give an element's name without its namespace; empty for what is no element."""
    return part.tag.rpartition("}")[2] if isinstance(part.tag, str) else ""


def _crowded(text: bytes) -> bool:
    """Tell whether one element has too many attributes: none of them holds the sign that opens the next element."""
    least = 4 * ATTRIBUTES  # a=""
    return any(len(one) > least and len(_GIVEN.findall(one)) > ATTRIBUTES for one in text.split(b"<"))


def _in_utf8(data: bytes) -> bytes:
    """Give a part in UTF-8, without its declaration: in another encoding, a document type could hide."""
    if data[:2] in _UTF_16:
        data = data.decode("utf-16", "replace").encode()
    else:
        said = _ENCODING.search(_declaration(data))
        if said is not None and said[1].lower() not in _PLAIN:
            raise ExportError("template_not_docx")
    return _DECLARED.sub(b"", data.removeprefix(b"\xef\xbb\xbf"), count=1)


def _declaration(data: bytes) -> bytes:
    found = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    return found[0] if found is not None else b""
