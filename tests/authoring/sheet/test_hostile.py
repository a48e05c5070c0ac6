"""Files that are no spreadsheet, or one made to harm: refused in a sentence, the process alive, the deck untouched."""

from __future__ import annotations

import io
import random
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import openpyxl
import pytest

from game.content.shelf import load_deck
from tests.authoring.sheet.conftest import Trip, column, row


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {one.filename: book.read(one) for one in book.infolist()}


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in files.items():
            book.writestr(name, data)
    return out.getvalue()


def with_sheet(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    files = parts(data)
    name = "xl/worksheets/sheet1.xml"
    return packed({**files, name: change(files[name])})


def far(text: bytes) -> bytes:
    return text.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>')


def far_without_place(text: bytes) -> bytes:
    return text.replace(b"</sheetData>", b'<row r="1048576"><c><v>1</v></c></row></sheetData>')


def far_in_other_quotes(text: bytes) -> bytes:
    return text.replace(b"</sheetData>", b"<row r='9'><c s='1' r='XFD999999'><v>1</v></c></row></sheetData>")


def claims(text: bytes) -> bytes:
    return text.replace(b'<dimension ref="', b'<dimension ref="A1:XFD1048576" x="')


BAD: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "not a zip": lambda _: b"PK\x03\x04" + b"x" * 500,
    "cut": lambda data: data[: len(data) // 2],
    "another zip": lambda _: packed({"a.txt": b"x"}),
    "no sheets": lambda data: packed({"[Content_Types].xml": parts(data)["[Content_Types].xml"]}),
    "bomb": lambda data: with_sheet(data, lambda text: text + b" " * 130_000_000),
    "many parts": lambda data: packed({**parts(data), **{f"x/{n}": b"" for n in range(600)}}),
    "broken xml": lambda data: with_sheet(data, lambda text: text[: len(text) // 2]),
    "a far cell": lambda data: with_sheet(data, far),
    "a far row": lambda data: with_sheet(data, far_without_place),
    "a far cell in other quotes": lambda data: with_sheet(data, far_in_other_quotes),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_one_sentence(trip: Trip, name: str):
    before = trip.deck.read_bytes()
    trip.book.write_bytes(BAD[name](trip.export()))
    said = trip.take()
    assert said.code == 1
    assert len(said.out.splitlines()) == 1
    assert "clap.xlsx" in said.out
    assert trip.deck.read_bytes() == before


def test_a_size_that_is_only_claimed_costs_nothing(trip: Trip):
    trip.book.write_bytes(with_sheet(trip.export(), claims))
    limit = 1_500_000_000
    command = [sys.executable, "-m", "game", "deck", "sheet", "import", str(trip.deck), str(trip.book), "--yes"]
    held = lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))  # noqa: E731
    root = Path(__file__).parents[3]
    done = subprocess.run(command, check=False, cwd=root, capture_output=True, text=True, timeout=60, preexec_fn=held)
    assert (done.returncode, "rien à changer" in done.stdout) == (0, True), done.stderr


def test_a_bomb_nobody_reads_harms_nobody(trip: Trip):
    trip.book.write_bytes(packed({**parts(trip.export()), "xl/bomb.xml": b" " * 130_000_000}))
    assert "rien à changer" in trip.take().out


def mangled(data: bytes, dice: random.Random) -> bytes:
    """Spoil a few bytes; of a workbook, mostly inside its parts."""
    if data[:2] == b"PK" and dice.random() < 0.8:
        files = parts(data)
        name = dice.choice(sorted(files))
        return packed({**files, name: mangled(files[name], dice)})
    spoilt = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(spoilt) or 1)
        spoilt[at : at + dice.choice((0, 1, 1, 50))] = dice.choice(
            (b"", b";", b'"', b"\n", b"<", b"\x00", b"=+@-a1", b"\xff")
        )
    return bytes(spoilt)


@pytest.mark.slow
@pytest.mark.parametrize("way", ["xlsx", "csv"])
def test_mangled_files_are_taken_or_refused_never_worse(trip: Trip, way: str):
    dice, target, before = random.Random(way), trip.folder / f"x.{way}", trip.text
    trip("export", trip.deck, target, *(["--only", "levers"] if way == "csv" else []))
    sound = target.read_bytes()
    for _ in range(12):
        target.write_bytes(mangled(sound, dice))
        said = trip("import", trip.deck, target, "--yes", "--remove", "--keep", "sheet")
        assert said.code in (0, 1)
        assert "clap-erreur" not in said.out, said.out
        assert said.code == 0 or trip.text == before
        load_deck(trip.deck)
        trip.write(before)


def test_other_kinds_of_file(trip: Trip):
    for name in ("deck.ods", "deck.xls", "deck.pdf"):
        (trip.folder / name).write_bytes(b"\xd0\xcf\x11\xe0" * 200)
        said = trip("import", trip.deck, name, "--yes")
        assert (said.code, "enregistrez-le en XLSX" in said.out) == (1, True)
    assert trip("import", trip.deck, "absent.xlsx", "--yes").code == 1
    assert trip("import", trip.deck, trip.folder, "--yes").code == 1


HOSTILE = [
    "=1+1", "+x", "@x", "-2 kg", "=HYPERLINK(\"http://x\")", "a: b # c", "- tiret", "no", "12:30", "0612", "1.10",
    "l1\nl2", "\\n", "{x}", "&a *b", "<b>&amp;", "é\u202f\u00a0»", "tab\tx", "\U0001f98a", "''", '"',
]  # fmt: skip


def test_hostile_texts_come_through_as_they_are(trip: Trip):
    trip.export()
    book = openpyxl.load_workbook(trip.book)
    page = book["Enjeux"]
    half = -(-len(HOSTILE) // 2)
    pairs = list(zip_longest(HOSTILE[:half], HOSTILE[half:], fillvalue="x"))
    cards = [page.cell(n, 1).value for n in range(3, 3 + half)]
    for card, texts in zip(cards, pairs, strict=True):
        for lang, text in zip(("fr", "en"), texts, strict=True):
            cell = page.cell(row(page, card), column(page, f"note [{lang}]"))
            cell.value = text
            cell.data_type = "s"
    book.save(trip.book)
    assert trip.take().code == 0
    deck = load_deck(trip.deck)[1]
    assert [(deck.issue(card).note.fr, deck.issue(card).note.en) for card in cards] == pairs
    trip.export()
    before = trip.text
    assert "rien à changer" in trip.take("--remove").out
    assert trip.text == before


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u2067"])
def test_signs_nobody_sees_are_named_by_cell(trip: Trip, sign: str):
    trip.export()
    (cell,) = trip.fill(("Enjeux", "eau", "note [fr]", f"a{sign}b"))
    said = trip.take()
    assert said.code == 1
    assert f"cellule {cell}" in said.out
    assert "U+" in said.out


@pytest.mark.parametrize("sign", ["\x01", "\x1b", "\ufffe", "\u202d"])
def test_signs_no_workbook_can_hold_are_named_in_a_csv(trip: Trip, sign: str):
    (trip.folder / "x.csv").write_text(f"id;axis;note [fr]\neau;environnement;a{sign}b\n", encoding="utf-8")
    said = trip("import", trip.deck, "x.csv", "--yes")
    assert said.code == 1
    assert "fichier x.csv, cellule C2" in said.out
    assert f"U+{ord(sign):04X}" in said.out


def test_a_real_formula_gives_its_value_and_dates_stay_as_typed(trip: Trip):
    from datetime import date

    trip.export()
    book = openpyxl.load_workbook(trip.book)
    page = book["Leviers"]
    at = row(page, "revue-besoin")
    page.cell(at, column(page, "legal.date")).value = date(2026, 3, 1)
    page.cell(at, column(page, "target.goal")).value = 99.5
    book.save(trip.book)
    said = trip.take()
    assert said.code == 0, said.out
    assert "date: " in trip.text
    assert "2026-03-01" in trip.text
    assert "goal: 99.5\n" in trip.text


def test_a_deck_with_a_fault_gives_no_sheet(trip: Trip):
    trip.write(trip.text.replace("    axis: environnement\n", "    axis: environement\n", 1))
    said = trip("export", trip.deck, trip.book)
    assert said.code == 1
    assert "environnement" in said.out
    assert not trip.book.exists()
