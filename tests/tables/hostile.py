"""Workbooks made to harm, by name: what they hold, not what a reader does with it. Each is a small file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADS = ("titre", "famille", "montant", "lancement", "siret", "departement", "prefixe", "id", "axis", "label [fr]")
Parts = dict[str, bytes]


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADINGS = '<row r="1">' + "".join(cell(f"{chr(65 + n)}1", head) for n, head in enumerate(HEADS)) + "</row>"


def sheet(rows: str = "", *, head: str = HEADINGS, after: str = "", before: str = "", prolog: str = "") -> bytes:
    return f'{prolog}<worksheet xmlns="{MAIN}">{before}<sheetData>{head}{rows}</sheetData>{after}</worksheet>'.encode()


def book(
    sheets: Iterable[tuple[str, str, str]] = (("Achats", "", "sheet1.xml"),), *, more: str = "", links: str = ""
) -> Parts:
    """Give the parts that list sheets (name, state, file); `more` goes into the workbook, `links` beside its links."""
    listed = list(sheets)
    names = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"{f" state={chr(34)}{state}{chr(34)}" if state else ""}/>'
        for n, (name, state, _) in enumerate(listed, 1)
    )
    own = "".join(
        f'<Relationship Id="s{n}" Type="{LINKS}/worksheet" Target="worksheets/{file}"/>'
        for n, (_, _, file) in enumerate(listed, 1)
    )
    own += f'<Relationship Id="t" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/>'
    own += f'<Relationship Id="y" Type="{LINKS}/styles" Target="styles.xml"/>'
    return {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKED}"><Relationship Id="r" Type="{LINKS}/officeDocument" '
        f'Target="xl/workbook.xml"/></Relationships>'.encode(),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{more}'
        f"<sheets>{names}</sheets></workbook>".encode(),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKED}">{own}{links}</Relationships>'.encode(),
    }


def packed(parts: Parts, *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def one(rows: str = "", **more: str) -> bytes:
    return packed({**book(), "xl/worksheets/sheet1.xml": sheet(rows, **more)})


def shared(texts: str, rows: str) -> bytes:
    return packed({
        **book(),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>'.encode(),
        "xl/worksheets/sheet1.xml": sheet(rows),
    })  # fmt: skip


def styled(styles: str, rows: str) -> bytes:
    parts = {**book(), "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'.encode()}
    return packed({**parts, "xl/worksheets/sheet1.xml": sheet(rows)})


def entities(depth: int, width: int) -> str:
    lines = ['<!ENTITY e0 "aaaaaaaaaa">']
    lines += [f'<!ENTITY e{n} "{f"&e{n - 1};" * width}">' for n in range(1, depth)]
    return f"<!DOCTYPE x [{''.join(lines)}]>"


def column_of(cells: Iterable[str]) -> str:
    return "".join(f'<row r="{n}">{one_cell}</row>' for n, one_cell in enumerate(cells, 2))


MEGA = 1_000_000
_WIDE = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(2, 40_002))
_ROWS = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 40_002))
_SHEETS = [(f"F{n}", "", "sheet1.xml") for n in range(400)]
_TEXT = f"<si><t>{'x' * 100_000}</t></si>"
_SHORT = f"<si><t>{'x' * 30_000}</t></si>"


def _number(value: str, style: str = "") -> str:
    return column_of([f'<c r="A2"{style}><v>{value}</v></c>'])


def _zip_of_zip(data: bytes) -> bytes:
    return packed({"inner.xlsx": data})


def _many_parts() -> bytes:
    return packed({**book(), "xl/worksheets/sheet1.xml": sheet(), **{f"x/{n}": b"" for n in range(2_000)}})


def _many_sheets(count: int) -> bytes:
    names = [(f"F{n}", "", f"sheet{n}.xml") for n in range(count)]
    return packed({**book(names), **{f"xl/worksheets/sheet{n}.xml": sheet() for n in range(count)}})


def _lying_size(data: bytes) -> bytes:
    """Say in the directory that a part is small: what is unpacked is counted, not what is said."""
    raw = bytearray(data)
    at = raw.rfind(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (5).to_bytes(4, "little")
    return bytes(raw)


def _locked(data: bytes) -> bytes:
    """Mark every part as having a password."""
    raw = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(mark, at + 4)
    return bytes(raw)


def _far(place: str, quote: str = '"', equals: str = "=") -> bytes:
    return one(f"<row r{equals}{quote}9{quote}><c r{equals}{quote}{place}{quote}><v>1</v></c></row>")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a far cell": lambda: _far("XFD1048576"),
    "a far cell, spaces around the sign": lambda: _far("XFD1048576", equals=" = "),
    "a far cell, lines around the sign": lambda: _far("XFD1048576", equals="\n=\t"),
    "a far cell, other quotes": lambda: _far("XFD1048576", quote="'"),
    "a far cell, small letters": lambda: _far("xfd1048576"),
    "a far cell by an escape": lambda: _far("&#88;FD1048576"),
    "a far cell with a sign before": lambda: _far("$XFD$1048576"),
    "a cell beyond all": lambda: _far("ZZZ99999999"),
    "a cell of no place": lambda: _far("ZZZZZZ9"),
    "a cell in row nought": lambda: _far("A0"),
    "a cell of a negative row": lambda: _far("A-5"),
    "a far row without places": lambda: one('<row r="1048576"><c><v>1</v></c></row>'),
    "a row of no number": lambda: one('<row r="x"><c><v>1</v></c></row>'),
    "a row of a giant number": lambda: one(f'<row r="{"9" * 5_000}"><c><v>1</v></c></row>'),
    "a far column in each of many rows": lambda: one(
        "".join(f'<row r="{n}"><c r="ALL{n}"><v>1</v></c></row>' for n in range(2, 60_000))
    ),
    "a million empty cells": lambda: one('<row r="2">' + "<c/>" * MEGA + "</row>"),
    "three million empty rows": lambda: one("<row/>" * 3 * MEGA),
    "a million cells in a row": lambda: one('<row r="2">' + "<c><v>1</v></c>" * MEGA + "</row>"),
    "a million cells in one place": lambda: one('<row r="2">' + '<c r="A2"><v>1</v></c>' * MEGA + "</row>"),
    "one text used by 40,000 cells": lambda: shared(_TEXT, _ROWS),
    "one text used by 40,000 cells of a row": lambda: shared(_TEXT, f'<row r="2">{_WIDE}</row>'),
    "a text that fits used by 40,000 cells": lambda: shared(_SHORT, _ROWS),
    "two million shared texts": lambda: shared("<si><t>ab</t></si>" * 2 * MEGA, ""),
    "a shared text of 50 million signs": lambda: shared(f"<si><t>{'x' * 50 * MEGA}</t></si>", _ROWS[:40]),
    "a shared text in a million runs": lambda: shared("<si>" + "<r><t>a</t></r>" * MEGA + "</si>", _ROWS[:40]),
    "a shared text that is not there": lambda: shared("", column_of(['<c r="A2" t="s"><v>7</v></c>'])),
    "a shared text of a negative number": lambda: shared(_SHORT, column_of(['<c r="A2" t="s"><v>-1</v></c>'])),
    "a shared text of a giant number": lambda: shared(_SHORT, column_of([f'<c r="A2" t="s"><v>{"9" * 9_000}</v></c>'])),
    "400 sheets on one part": lambda: packed({**book(_SHEETS), "xl/worksheets/sheet1.xml": sheet(_ROWS)}),
    "50 sheets on one part": lambda: packed({**book(_SHEETS[:50]), "xl/worksheets/sheet1.xml": sheet(_ROWS)}),
    "400 sheets": lambda: _many_sheets(400),
    "2,000 parts": _many_parts,
    "a sheet that is the workbook": lambda: packed(book([("A", "", "../workbook.xml")])),
    "a sheet outside the archive": lambda: packed(book([("A", "", "../../../../etc/passwd")])),
    "a sheet that is not there": lambda: packed(book()),
    "a sheet elsewhere": lambda: packed(
        book([], links=f'<Relationship Id="s1" TargetMode="External" Type="{LINKS}/worksheet" Target="http://x/"/>')
    ),
    "no sheet": lambda: packed(book([])),
    "a bomb in a sheet": lambda: packed({**book(), "xl/worksheets/sheet1.xml": sheet() + b" " * 300 * MEGA}),
    "a bomb that says it is small": lambda: _lying_size(
        packed({**book(), "xl/worksheets/sheet1.xml": sheet() + b" " * 100 * MEGA})
    ),
    "a bomb in the texts": lambda: packed(
        {
            **book(),
            "xl/worksheets/sheet1.xml": sheet(),
            "xl/sharedStrings.xml": b"<sst>" + b" " * 200 * MEGA,
        }
    ),
    "a bomb nobody reads": lambda: packed(
        {
            **book(),
            "xl/worksheets/sheet1.xml": sheet(),
            "xl/media/image1.png": b"\0" * 200 * MEGA,
        }
    ),
    "entities of entities": lambda: one(cell("A2", "&e9;"), prolog=entities(10, 10)),
    "an entity outside": lambda: one(
        cell("A2", "&x;"), prolog='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
    "a declaration elsewhere": lambda: one(prolog='<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">'),
    "a million elements deep": lambda: one("<a>" * MEGA),
    "a tag of a million attributes": lambda: one("<row " + " ".join(f'a{n}="1"' for n in range(MEGA)) + "/>"),
    "a tag of 40 million signs": lambda: one(f'<row x="{"y" * 40 * MEGA}"/>'),
    "a comment of 40 million signs": lambda: one(f"<!--{'y' * 40 * MEGA}-->"),
    "a comment that never ends": lambda: one("<!--" + "y" * 40 * MEGA),
    "a name of a million signs": lambda: one(f"<{'y' * 900_000}/>"),
    "a million names of attributes": lambda: one("".join(f'<c y{n}=""/>' for n in range(600_000))),
    "a million names": lambda: one("".join(f"<y{n}/>" for n in range(MEGA))),
    "broken XML": lambda: one("<row><c></row>"),
    "a sheet cut off": lambda: packed({**book(), "xl/worksheets/sheet1.xml": sheet(_ROWS)[:100_000]}),
    "a sheet of noise": lambda: packed({**book(), "xl/worksheets/sheet1.xml": bytes(range(256)) * 500}),
    "a code nobody knows": lambda: packed(
        {
            **book(),
            "xl/worksheets/sheet1.xml": b'<?xml version="1.0" encoding="x-none"?>' + sheet(),
        }
    ),
    "a code that runs things": lambda: packed(
        {
            **book(),
            "xl/worksheets/sheet1.xml": b'<?xml version="1.0" encoding="bz2"?>' + sheet(),
        }
    ),
    "merged over everything": lambda: one(
        cell("A2", "x"), after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 5_000 + "</mergeCells>"
    ),
    "merged backwards": lambda: one(cell("A2", "x"), after='<mergeCell ref="Z9:A1"/><mergeCell ref=""/>'),
    "a number without end": lambda: one(_number("9" * 100_000)),
    "an infinite date": lambda: styled('<cellXfs><xf numFmtId="14"/></cellXfs>', _number("1e308", ' s="0"')),
    "a date that is no number": lambda: styled('<cellXfs><xf numFmtId="14"/></cellXfs>', _number("nan", ' s="0"')),
    "a date before time": lambda: styled('<cellXfs><xf numFmtId="14"/></cellXfs>', _number("-1", ' s="0"')),
    "a style of a giant number": lambda: one(_number("1", f' s="{"9" * 9_000}"')),
    "a format that takes ages": lambda: styled(
        f'<numFmts><numFmt numFmtId="170" formatCode="{"[" * MEGA}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>',
        _number("1", ' s="0"'),
    ),
    "a million styles": lambda: styled("<cellXfs>" + '<xf numFmtId="14"/>' * MEGA + "</cellXfs>", _number("1")),
    "escapes of signs": lambda: one(cell("A2", "_x0000__xD800__x001B_" * 1_000)),
    "packed otherwise": lambda: packed({**book(), "xl/worksheets/sheet1.xml": sheet()}, method=zipfile.ZIP_LZMA),
    "a workbook in an archive": lambda: _zip_of_zip(one()),
    "with a password inside": lambda: _locked(one()),
    "cut in half": lambda: one(_ROWS)[:20_000],
    "an empty archive": lambda: packed({}),
    "two sheets of one name": lambda: packed(
        {
            **book([("A", "", "sheet1.xml"), ("A", "", "sheet2.xml")]),
            "xl/worksheets/sheet1.xml": sheet(),
            "xl/worksheets/sheet2.xml": sheet(),
        }
    ),
    "a sheet's name of a million signs": lambda: packed(
        {
            **book([("n" * 900_000, "", "sheet1.xml")]),
            "xl/worksheets/sheet1.xml": sheet(),
        }
    ),
    "a thousand headings almost ours": lambda: one(
        head='<row r="1">' + "".join(f'<c t="inlineStr"><is><t>montan{n}</t></is></c>' for n in range(999)) + "</row>"
    ),
    "a thousand headings of a thousand signs": lambda: one(
        head='<row r="1">' + f"<c t='inlineStr'><is><t>{'montan ' * 140}</t></is></c>" * 999 + "</row>"
    ),
}
