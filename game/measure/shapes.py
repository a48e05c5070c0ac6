"""The five shapes a town's file may have: told apart by what is in it, never by its name."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLParser

from game.core.errors import MeasureError
from game.measure import fields
from game.measure.clean import plain
from game.measure.considerations import small, worn
from game.tables.limits import PUBLISHED
from game.tables.reading import read as table_of
from game.tables.table import Note, Table

Record = dict[str, Any]
LARGEST = PUBLISHED.size
"""Bytes of a file read at once; a whole country's goes through game.measure.national."""
JSON_2022, JSON_2019, XML_2022, XML_2019, MEF, INFO = (
    "json-2022",
    "json-2019",
    "xml-2022",
    "xml-2019",
    "mef",
    "decp-info",
)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*\?>")
DELEGATION = worn("délégation")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Sheet:
    """A file read: its shape, its records, and what was set aside.

    `concessions`: records of another kind; `slipped`: rows of a CSV with more cells than headings, whose values stand
    under other headings than theirs; `notes`: how a table was read.
    """

    shape: str
    records: list[Record]
    concessions: int = 0
    slipped: int = 0
    notes: tuple[Note, ...] = ()

    @property
    def recent(self) -> bool:
        """Tell whether the records are in the 2022 format."""
        return self.shape not in (JSON_2019, XML_2019)


def read(data: bytes, file: str) -> Sheet:
    """Read a file. Raises MeasureError: data_too_big, data_empty, data_unreadable (line), data_foreign; TableError."""
    if len(data) > LARGEST:
        raise MeasureError("data_too_big", path=file, limit=LARGEST // 1_000_000)
    if data[:2] in UTF_16:
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        raise MeasureError("data_empty", path=file)
    if head[:1] in (b"{", b"["):
        return _json(data, file)
    if head[:1] == b"<":
        return _xml(data, file)
    return _csv(data, file)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _json(data: bytes, file: str) -> Sheet:
    try:
        root = json.loads(_text(data), object_hook=_keyed)
    except json.JSONDecodeError as error:
        raise MeasureError("data_unreadable", path=file, line=error.lineno) from None
    except (RecursionError, ValueError):
        raise MeasureError("data_unreadable", path=file, line=1) from None
    marches = root.get("marches") if isinstance(root, dict) else None
    if isinstance(marches, dict):
        concessions = _records(marches.get("contrat-concession"))
        return _set_aside(JSON_2022, _records(marches.get("marche")), len(concessions))
    if isinstance(marches, list):
        return _set_aside(JSON_2019, _records(marches), 0)
    raise MeasureError("data_foreign", path=file)


def _keyed(record: Record) -> Record:
    """Name the keys of a record as they are published; of two that are one, the first that says something."""
    found: Record = {}
    for said, value in record.items():
        name = fields.key(said)
        if name not in found or found[name] in (None, ""):
            found[name] = value
    return found


def _records(value: Any) -> list[Record]:
    if isinstance(value, dict):
        value = [value]
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _set_aside(shape: str, records: list[Record], concessions: int) -> Sheet:
    kept = [record for record in records if not concession(record)]
    return Sheet(shape, kept, concessions + len(records) - len(kept))


def concession(record: Record) -> bool:
    """Tell whether a record is a concession, which is counted apart."""
    if record.get("autoriteConcedante"):
        return True
    said = plain(f"{record.get('nature') or ''} {record.get('_type') or ''}")
    return "concession" in said or DELEGATION.search(small(said)) is not None


def _xml(data: bytes, file: str) -> Sheet:
    """Read XML without entities; the declaration is dropped: some say an encoding nobody knows."""
    said = _CONTROL.sub("", _text(_DECLARED.sub(b"", data.removeprefix(b"\xef\xbb\xbf"))))
    if "<!DOCTYPE" in said or "<!ENTITY" in said:
        raise MeasureError("data_foreign", path=file)
    parser = XMLParser()
    try:
        parser.feed(said)
        root = parser.close()
    except ParseError as error:
        raise MeasureError("data_unreadable", path=file, line=error.position[0]) from None
    if _tag(root) != "marches":
        raise MeasureError("data_foreign", path=file)
    shape = XML_2022 if "considerationssociales" in said.lower() else XML_2019
    marches = [_record(one) for one in root if _tag(one) == "marche"]
    return _set_aside(shape, marches, sum(_tag(one) == "contrat-concession" for one in root))


def _tag(element: Element) -> str:
    return fields.key(element.tag.rpartition("}")[2])


def _record(element: Element) -> Record:
    found = _value(element)
    return found if isinstance(found, dict) else {}


def _value(element: Element) -> Any:
    """Turn an element into what JSON would hold; a tag said several times becomes a list."""
    if not len(element):
        return (element.text or "").strip()
    found: Record = {}
    for kid in element:
        name, value = _tag(kid), _value(kid)
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    return found


def _csv(data: bytes, file: str) -> Sheet:
    book = table_of(data, file, fields.column, PUBLISHED)
    found = next(((one, at) for one in book.shown if (at := fields.COLUMNS.columns(one, 2)) is not None), None)
    if found is None:
        raise MeasureError("data_foreign", path=file)
    table, columns = found
    slipped = table.overlong(columns.line)
    wanted = (at for at in range(columns.line + 1, len(table.rows)) if at not in slipped and table.filled(at))
    sheet = _shaped(columns.places.keys(), [_record_of(table, at, columns.places) for at in wanted], file)
    return replace(sheet, slipped=len(slipped), notes=(*book.notes, *fields.told(columns)))


def _shaped(names: Set[str], records: list[Record], file: str) -> Sheet:
    if {"uid", "titulaire_id"} <= names:
        return _set_aside(INFO, records, 0)
    if {"acheteur_id", "montant"} <= names:
        return _set_aside(MEF, records, 0)
    raise MeasureError("data_foreign", path=file)


def _record_of(table: Table, at: int, places: Mapping[str, int]) -> Record:
    """Give the fields of a row; a cell that cannot be read keeps what it shows, which is no value."""
    row, unread = table.rows[at], table.unread
    found: Record = {name: row[n] for name, n in places.items() if n < len(row)}
    if unread:
        found |= {name: unread[at, n].shown for name, n in places.items() if (at, n) in unread}
    return found
