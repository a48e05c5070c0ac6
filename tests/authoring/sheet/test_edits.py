"""Cells by the hundred, tame and hostile: the text says what the cells say, and nothing else has moved."""

from __future__ import annotations

import random
import re

import pytest

from game.authoring.sheet.apply import carried_out, faithful
from game.authoring.sheet.columns import NUMBERS, SHEETS, Column, columns, listed, shape
from game.authoring.sheet.grid import Grid, Line, Place
from game.authoring.sheet.merge import Change, Plan, plan
from game.authoring.sheet.patch import line_start
from game.authoring.sheet.reconcile import rewritten
from game.authoring.sheet.table import Row, tables
from game.authoring.sheet.wanted import wanted
from game.cli.main import run
from game.content.deck import read_deck
from game.content.shelf import load_deck
from game.content.spans import spots
from tests.authoring.sheet.shortened import shortened

HOSTILE = (
    "=1+1", "+x", "@x", "-2 kg", "a: b", "# c", "- d", "no", "12:30", "0612", "1.10", "1_000", "'q'", '"dq"', "l1\nl2",
    "\\n", "{x}", "[y]", "&a *b", "é\u202f; «\u00a0x\u00a0»", "tab\tx", "%", "|", "> z", "x\u2028y", "a, b", "null",
    "~", "x" * 300, "_x0041_", "!!t", "…", "🦊 𝕏", "fin\\", "''", '"', "---", "...", "? k", ": v",
    "a #b", "a\n\nb", "<<",
)  # fmt: skip
LANGUAGES = ("fr", "en")
DROPPED = re.compile(r"^synergies:|^ *\[\]$")
TEXT = shortened()


def written_otherwise(text: str) -> str:
    """Give the deck with the other ways of writing a text in it: folded, literal, single quotes, block lists."""
    text = text.replace(
        '      fr: "Lesquels de nos achats pèsent le plus lourd dans les émissions de la ville\u202f?"',
        "      fr: >-\n        Lesquels de nos achats\n        pèsent le plus ?  # pas un commentaire",
    )
    text = text.replace('en: "Carbon of our purchases"', "en: 'Carbon of our purchases'", 1)
    start = text.index("    answers: [")
    end = text.index("\n", start)
    ids = text[text.index("[", start) + 1 : end - 1].split(", ")
    return text[:start] + "    answers:\n      # deux" + "".join(f"\n      - {one} # un" for one in ids) + text[end:]


def value(column: Column, dice: random.Random) -> str:
    if listed(column.field):
        return "; ".join(dice.sample(["a-b", "c", "d", "e1", "no"], dice.randint(1, 4)))
    return str(dice.randint(-5, 5)) if column.field.kind in NUMBERS else dice.choice(HOSTILE)


def closed(want: object) -> object:
    if isinstance(want, dict):
        return {key: closed(one) for key, one in want.items()}
    return [closed(one) for one in want if one is not None] if isinstance(want, list) else want


def test_the_deck_written_otherwise_is_still_a_deck():
    other = written_otherwise(TEXT)
    assert ">-" in other
    assert "- juste-besoin # un" in other


@pytest.mark.parametrize("kind", SHEETS)
def test_any_cell_of_a_card_is_read_back_as_it_was_filled(kind: str):
    dice, text = random.Random(kind), TEXT
    table = tables(text)[kind]
    known = [one for one in columns(shape(kind), LANGUAGES, table.ranks) if one.key not in ("id", "pair")]
    for row in table.rows:
        for _ in range(6):
            cells = dict(row.cells)
            for one in dice.sample(known, dice.randint(1, min(5, len(known)))):
                cells[one.key] = "" if dice.random() < 0.3 else value(one, dice)
            want = wanted(shape(kind), {key: said for key, said in cells.items() if said})
            meant = closed(wanted(shape(kind), cells))
            start, end = row.spot.start, row.spot.end
            card = rewritten(text[start:end], start - line_start(text, start), shape(kind), want)
            alone = f"languages: [fr, en]\n{kind}:\n  - {card}\n"
            assert closed(wanted(shape(kind), tables(alone)[kind].row(row.id).cells)) == meant


def changes(text: str, dice: random.Random, count: int) -> list[Change]:
    """Give changes of texts in random cells that have one."""
    made: dict[tuple[str, str, str], Change] = {}
    found = tables(text)
    while len(made) < count:
        kind = dice.choice(SHEETS)
        row: Row = dice.choice(found[kind].rows)
        key = dice.choice([one for one in row.cells if one.endswith("]")])
        new = dice.choice([one for one in HOSTILE if len(one) <= 30])
        made[kind, row.id, key] = Change(kind, row.id, key, row.cells[key], new, Place("x", 0, 0))
    return list(made.values())


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_change_only_their_spans(seed: int):
    dice, text = random.Random(seed), written_otherwise(TEXT)
    asked = [one for one in changes(text, dice, 25) if one.old != one.new]
    made = Plan(changes=asked)
    after = carried_out(text, made, remove=False)
    assert faithful(text, after, made, remove=False)
    assert not faithful(text, text, made, remove=False)
    deck, problems = read_deck(after.encode(), "deck.yaml")
    assert deck is not None, problems
    before = tables(text)
    spans = sorted({before[one.kind].row(one.card).places[one.key][1:3] for one in asked})
    at = past = 0
    for start, end in spans:  # what stands between two changed values is found again, in order
        where = after.find(text[at:start], past)
        assert where >= 0
        past, at = where + start - at, end
    assert after.endswith(text[at:])
    found = tables(after)
    for one in asked:
        assert found[one.kind].row(one.card).cells[one.key] == one.new.strip()


def grid_of(kind: str, text: str) -> Grid:
    table = tables(text)[kind]
    known = columns(shape(kind), LANGUAGES, table.ranks)
    heads = {"id": 0} | {one.key: n for n, one in enumerate(known, 1) if one.key != "id"}
    return Grid(kind, kind, heads, tuple(Line(n, {"id": row.id, **row.cells}) for n, row in enumerate(table.rows, 2)))


def test_a_file_of_the_same_rows_asks_for_nothing():
    for kind in SHEETS:
        assert plan(tables(TEXT), [grid_of(kind, TEXT)], None).empty


@pytest.mark.parametrize("cards", ["[]", "", "\n  []"])
def test_a_list_the_deck_does_not_have_yet_is_begun(cards: str):
    start = TEXT.index("synergies:")
    text = TEXT[:start] + (f"synergies: {cards}\n" if cards != "" else "")
    cells = {"pair": "sourcing; allotir-fin", "why [fr]": "a", "why [en]": "b"}
    grid = Grid("S", "synergies", {"id": 0, "pair": 1, "why [fr]": 2, "why [en]": 3}, (Line(2, cells),))
    after = carried_out(text, plan(tables(text), [grid], None), remove=False)
    deck, problems = read_deck(after.encode(), "deck.yaml")
    assert deck is not None, problems
    assert deck.synergies[0].pair == ("sourcing", "allotir-fin")
    kept = [line for line in after.splitlines() if line in text.splitlines()]
    assert [line for line in kept if line and not DROPPED.search(line)] == [
        line for line in text.splitlines() if line and not DROPPED.search(line)
    ]


def test_every_removal_of_a_pair_leaves_the_rest():
    start = TEXT.index("synergies:")
    text = TEXT[:start] + "\n".join(TEXT[start:].split("\n")[:25]) + "\n"
    for row in tables(text)["synergies"].rows:
        one = grid_of("synergies", text)
        left = Grid(one.name, one.kind, one.columns, tuple(x for x in one.lines if x.cells["id"] != row.id))
        gone = plan(tables(text), [left], None)
        assert [each.card for each in gone.gone] == [row.id]
        text = carried_out(text, gone, remove=True)
    assert tables(text)["synergies"].rows == ()
    assert read_deck(text.encode(), "deck.yaml")[0] is not None
    assert text.startswith(TEXT[: TEXT.index("synergies:")])


def test_places_are_those_of_the_text():
    text = (
        "# é𝕏\r\na: 'é€𝕏'\r\nb: |\r\n  xx\r\n  yy\r\n\r\n# c\r\nd: [a, b]   # hey\r\ne: {fr: \"x\"}\r\nf:\r\ng: p q\r\n"
    )
    root = spots(text)
    shown = {key.value: text[one.start : one.end] for key, one in root.entries}
    assert shown == {"a": "'é€𝕏'", "b": "|\r\n  xx\r\n  yy", "d": "[a, b]", "e": '{fr: "x"}', "f": "", "g": "p q"}


def test_a_label_or_a_french_word_picked_in_a_list_is_written_as_the_deck_has_it(trip):
    trip.export()
    before = trip.text
    trip.fill(("Leviers", "revue-besoin", "stage", "Clauses"),
              ("Leviers", "revue-besoin", "legal.confidence", "à vérifier"),
              ("Enjeux", "eau", "families", "Sports, loisirs; Solidarités"))  # fmt: skip
    said = trip.take()
    assert said.code == 0, said.out
    card = trip.text[trip.text.index("id: revue-besoin") :]
    assert card.index("stage: clauses") < card.index("- id:")
    assert "families: [sports, solidarites]" in trip.text
    assert len(trip.text.splitlines()) - len(before.splitlines()) in (0, 1)


def test_a_card_may_be_called_by_the_name_that_the_same_file_gives_it(trip):
    trip.export()
    trip.fill(("Enjeux", "eau", "label [fr]", "Une eau rare"), ("Leviers", "revue-besoin", "answers", "Une eau rare"))
    said = trip.take()
    assert said.code == 0, said.out
    card = trip.text[trip.text.index("id: revue-besoin") :]
    assert card.index("answers: [eau]") < card.index("- id:")


def test_the_deck_itself_has_a_sheet_that_is_read_back(trip):
    trip.export()
    trip.fill(("Jeu", "clap", "title [fr]", "Le conseil des achats"), ("Jeu", "clap", "law_as_of", "01/12/2026"),
              ("Jeu", "clap", "authors", "Aline; Bertrand"),
              ("Enjeux", "eau", "label [fr]", "Une eau rare"))  # fmt: skip
    before = trip.text
    said = trip.take()
    assert said.code == 0, said.out
    assert 'fr: "Le conseil des achats"' in trip.text
    assert "2026-12-01" in trip.text
    assert "Une eau rare" in trip.text
    deck = load_deck(trip.deck)[1]
    assert (deck.title.fr, deck.law_as_of, deck.authors) == (
        "Le conseil des achats",
        "2026-12-01",
        ("Aline", "Bertrand"),
    )
    changed = [line for line in before.splitlines() if line not in trip.text.splitlines()]
    assert 0 < len(changed) < 7


def test_the_row_of_the_deck_keeps_its_id_and_is_alone(trip):
    trip.export()
    before = trip.text
    trip.fill(("Jeu", "clap", "id", "autre"))
    said = trip.take()
    assert said.code == 1
    assert "A3" in said.out
    assert "clap" in said.out
    assert trip.text == before


def test_a_deck_begun_from_a_workbook_of_ours_has_its_title(trip):
    trip.export()
    trip.fill(("Jeu", "clap", "title [fr]", "Le conseil des achats"))
    assert run(["deck", "new", str(trip.folder / "autre"), "--from", str(trip.book), "--lang", "fr"]) == 0
    assert load_deck(trip.folder / "autre" / "deck.yaml")[1].title.fr == "Le conseil des achats"
