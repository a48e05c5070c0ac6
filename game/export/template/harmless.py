"""What a part of a foreign document may keep: words, looks and pictures; nothing that acts or calls outside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from game.export.template.tree import R, W, local, w

GONE = frozenset({
    "altChunk", "subDoc", "OLEObject", "control", "ocx", "commentRangeStart", "commentRangeEnd", "commentReference",
    "footnoteReference", "endnoteReference", "permStart", "permEnd", "proofErr", "hlinkClick", "hlinkHover",
    "hlinkMouseOver", "del", "moveFrom", "delText", "delInstrText", "rPrChange", "pPrChange", "tblPrChange",
    "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange", "sectPrChange", "numberingChange", "cellIns",
    "cellDel", "cellMerge", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "webVideoPr",
    "movie", "audioFile", "videoFile", "wavAudioFile", "quickTimeFile", "svgBlip", "bgSound", "scriptAnchor", "fldData",
    "ffData", "customXmlPr", "smartTagPr", "sdtPr", "sdtEndPr", "formProt", "printerSettings", "attachedSchema",
})  # fmt: skip
"""Elements that go with all they hold: other files, objects, macros' buttons, comments, what was struck out."""
UNWRAPPED = frozenset(map(w, ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent")))
"""Elements that go and leave what they hold: links, accepted changes, controls bound to data."""
NEEDS_A_PART = frozenset({"embedRegular", "embedBold", "embedItalic", "embedBoldItalic", "headerReference",
                          "footerReference"})  # fmt: skip
PICTURES = frozenset({"blip", "imagedata"})
DRAWN = frozenset({"chart", "relIds", "contentPart"})
"""What a drawing shows of another part: the drawing goes."""
OUTWARD = frozenset({"href", "althref", "src", "hyperlink", "relid", "classid"})
"""Attributes, of drawings, that name something outside."""
FIELDS = frozenset({
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "TITLE",
    "SUBJECT", "AUTHOR", "KEYWORDS", "STYLEREF", "IF", "=", "QUOTE", "SEQ", "SYMBOL", "ADVANCE", "EQ", "NUMWORDS",
})  # fmt: skip
"""Fields that Word works out from the document itself; of any other, what it showed is kept."""
_ID = f"{{{R}}}id"
_WORD = re.compile(r"\s*(=|[A-Za-z]+)")


def harmless(root: Any, kept: Mapping[str, str]) -> Any:
    """Take out of a tree all that is not words or looks. `kept`: relations that stay, by their former name."""
    for part in list(root.iter(w("object"))):  # a picture of what was embedded stays
        part.tag = w("pict")
        part.attrib.clear()
    _fields(root)
    parts = [(one, local(one)) for one in root.iter()]
    for part, _ in parts:
        _attributes(part, kept)
    for part, name in parts:
        if name in GONE or (name in NEEDS_A_PART and part.get(_ID) is None):
            _drop(part)
        elif name in DRAWN or (name in PICTURES and not _shown(part)):
            _drop(next(part.iterancestors(w("drawing"), w("pict")), part))
        elif part.tag in UNWRAPPED and part is not root:
            _unwrap(part)
    return root


def _attributes(part: Any, kept: Mapping[str, str]) -> None:
    for name, value in list(part.attrib.items()):
        space, _, bare = name[1:].rpartition("}") if name[0] == "{" else ("", "", name)
        if space == R:
            if value in kept:
                part.set(name, kept[value])
            else:
                del part.attrib[name]
        elif space != W and bare.lower() in OUTWARD:
            del part.attrib[name]


def _shown(part: Any) -> bool:
    """Tell whether a picture's file is kept."""
    return any(name.startswith(f"{{{R}}}") for name in part.attrib)


def _drop(part: Any) -> None:
    parent = part.getparent()
    if parent is None:
        return
    _tail(part, parent)
    parent.remove(part)


def _unwrap(part: Any) -> None:
    parent = part.getparent()
    at = parent.index(part)
    for one in list(part):
        parent.insert(at, one)
        at += 1
    _drop(part)


def _tail(part: Any, parent: Any) -> None:
    """Keep the text that stands after an element which goes."""
    if part.tail and part.tail.strip():
        before = part.getprevious()
        if before is None:
            parent.text = (parent.text or "") + part.tail
        else:
            before.tail = (before.tail or "") + part.tail
    part.tail = None


def _fields(root: Any) -> None:
    """Take away the fields that are not worked out from the document itself: what they showed stays as words."""
    for part in list(root.iter(w("fldSimple"))):
        if not _known(part.get(w("instr")) or ""):
            _unwrap(part)
    open_fields: list[tuple[list[Any], list[str]]] = []
    for part in list(root.iter(w("fldChar"), w("instrText"))):
        _marked(part, open_fields)
    for marks, _ in open_fields:  # begun and never ended
        _all_gone(marks)


def _marked(part: Any, open_fields: list[tuple[list[Any], list[str]]]) -> None:
    """Follow the marks of nested fields: each keeps its own marks and its own words of command."""
    kind = part.get(w("fldCharType"))
    if kind == "begin":
        open_fields.append(([part], []))
    elif not open_fields:
        _drop(part)
    else:
        marks, words = open_fields[-1]
        marks.append(part)
        words.append(part.text or "")
        if kind == "end":
            open_fields.pop()
            if not _known("".join(words)):
                _all_gone(marks)


def _all_gone(marks: list[Any]) -> None:
    for one in marks:
        _drop(one)


def _known(command: str) -> bool:
    found = _WORD.match(command)
    return found is not None and found[1].upper() in FIELDS
