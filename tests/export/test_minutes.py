"""The minutes as a council signs them: what they say, what they never say, and how they look page by page."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from game.core.examined import examined, served
from game.core.record import Record
from game.core.report import Report
from game.core.session import Note
from game.export import framing, obligations
from game.export.blocks import Block, Facts, Grid, Heading, Leaf, Points, Words
from game.export.minutes import minutes
from game.export.next_steps import both
from game.export.objectives import sheets
from game.export.telling import Teller
from game.export.to_pdf import content, objectives, written
from tests.export.conftest import png
from tests.export.reading import PDFTOTEXT, filled

LANGS = ("fr", "en")
RECORD = Record("7", "salle du conseil", "14 h 05", "15 h 40", "Directrice de la commande publique", "Secrétaire", "")


def said(blocks: Iterable[Block]) -> list[str]:
    """Give every text of a paper."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading(words) | Words(words):
                found.append(words)
            case Points(items):
                found += items
            case Facts(pairs):
                found += [text for pair in pairs for text in pair]
            case Grid():
                found += [*block.heads, *(cell for row in block.rows for cell in row)]
    return found


def papers(left: Report, lang: str) -> list[Leaf]:
    frame, pages = sheets(left, lang)
    bound = replace(frame, blocks=tuple(block for page in pages for block in page))
    return [minutes(left, lang), bound, *(note for _, note in framing.notes(left, lang))]


def recorded(left: Report) -> Report:
    return replace(left, session=replace(left.session, record=RECORD))


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_of_the_program_is_inside(left: Report, lang: str) -> None:
    workshop = left.session.workshop
    ids = {card.id for cards in (workshop.deck.issues, workshop.deck.levers) for card in cards if "-" in card.id}
    ids |= {place.id for place in workshop.scenario.places if "-" in place.id}
    ids |= {one.id for one in left.intentions}
    banned = re.compile(
        r"\bPDCA\b|SMART|sha-?256|\bclap (deck|export|report|review|session)\b|gestes|gestures|effort \d|5 (sur|of) 5"
        r"|considerations[A-Z]|offresRecues|[0-9a-f]{16}", re.IGNORECASE
    )  # fmt: skip
    points = next(
        block for block in minutes(left, lang).blocks[4:] if isinstance(block, Points) and len(block.items) > 5
    )
    assert not {phase.title.say(lang) for phase in workshop.agenda.phases} & set(points.items)
    for paper in papers(left, lang):
        texts = [paper.title, paper.under, paper.foot, *said(paper.blocks)]
        assert not [text for text in texts if banned.search(text)]
        assert not [text for text in texts if ids & set(re.findall(r"[\w-]+", text))]


@pytest.mark.parametrize("lang", LANGS)
def test_what_nobody_said_is_a_line_and_what_was_said_is_there(left: Report, lang: str) -> None:
    tell = Teller(lang, left)
    bare, full = minutes(left, lang), minutes(recorded(left), lang)
    assert tell.say("short_blank") in bare.under
    facts = dict(next(block for block in bare.blocks if isinstance(block, Facts)).pairs)
    assert tell.blank in facts[tell.say("minutes.hours")]
    assert facts[tell.say("minutes.led")] == facts[tell.say("minutes.wrote")] == tell.blank
    assert facts[tell.say("minutes.excused")] == tell.say("minutes.nobody")
    told = " ".join([full.under, *said(full.blocks)]).replace("\u202f", " ").replace("\u00a0", " ")
    for value in ("7", RECORD.room, RECORD.began, RECORD.ended, RECORD.led, RECORD.wrote):
        assert value in told


@pytest.mark.parametrize("lang", LANGS)
def test_only_what_was_examined_is_told_as_examined(left: Report, lang: str) -> None:
    tell = Teller(lang, left)
    blocks = minutes(left, lang).blocks
    grids = {one.words: blocks[at + 1] for at, one in enumerate(blocks) if isinstance(one, Heading)}
    spoken = grids[tell.say("minutes.intentions")]
    later = next(grid for head, grid in grids.items() if tell.say("annex.to_come") in head)
    assert isinstance(spoken, Grid)
    assert isinstance(later, Grid)
    linked = {item.id for sheet in left.adopted for item in sheet.intentions}
    assert linked <= {one.id for one in examined(left.session)}
    assert len(spoken.rows) == len(examined(left.session)) < len(left.intentions)
    assert len(spoken.rows) + len(later.rows) == len(left.intentions)


@pytest.mark.parametrize("lang", LANGS)
def test_a_purchase_the_cao_does_not_see_is_not_told_as_its_own(left: Report, lang: str) -> None:
    tell = Teller(lang, left)
    blocks = minutes(left, lang).blocks
    at = next(n for n, one in enumerate(blocks) if one == Heading(tell.say("minutes.cao")))
    grid = blocks[at + 1]
    assert isinstance(grid, Grid)
    formal = {tell.intention(item) for sheet in left.adopted for item in sheet.intentions if item.cao}
    assert {row[0] for row in grid.rows} == formal


def test_axes_are_counted_from_the_cards(left: Report) -> None:
    deck = left.session.workshop.deck
    counts = dict.fromkeys((axis.id for axis in deck.axes), 0)
    for sheet in left.adopted:
        card = deck.issue(sheet.issue)
        assert card is not None
        counts[card.axis] += 1
    assert {axis.id: n for axis, n in served(left.session, [one.issue for one in left.adopted])} == counts
    told = " ".join(said(minutes(left, "fr").blocks))
    for axis in deck.axes:
        assert axis.name.fr in told


def test_questions_stand_apart_from_remarks(left: Report) -> None:
    notes = (Note("Qui contrôle les menus ?", "leviers", ""), Note("Revoir le calendrier.", "leviers", ""))
    found = [text.replace("\u202f", " ") for text in said(minutes(replace(left, notes=notes), "fr").blocks)]
    asked, noted = found.index("Questions posées"), found.index("Remarques")
    assert found[asked + 1 : noted] == ["Qui contrôle les menus ?"]
    assert found[noted + 1] == "Revoir le calendrier."


@pytest.mark.parametrize("lang", LANGS)
def test_a_note_asks_for_criteria_weights_variants_and_points_to_watch(left: Report, lang: str) -> None:
    tell = Teller(lang, left)
    items = {item.id: item for sheet in left.adopted for item in sheet.intentions}
    for (_, note), item in zip(framing.notes(left, lang), items.values(), strict=True):
        heads = {one.words: note.blocks[at + 1] for at, one in enumerate(note.blocks) if isinstance(one, Heading)}
        table = heads[tell.say("cao.criteria")]
        assert isinstance(table, Grid)
        blank = tell.say("short_blank")
        assert {row[1] for row in table.rows[:-1]} == {blank}
        owed = {one.duty.id for one in obligations.owed(tell, item)}
        assert (tell.say("cao.by_law") in {row[2] for row in table.rows}) == ("critere-environnemental" in owed)
        assert {tell.say("cao.variants"), tell.say("cao.watch")} <= heads.keys()
        assert (tell.say("cao.judges") in heads) == item.cao
        assert (both(tell) in said(note.blocks)) == item.cao


# Page by page.


def pages(pdf: bytes, folder: Path) -> list[str]:
    (folder / "looked.pdf").write_bytes(pdf)
    command = ["pdftotext", "-layout", str(folder / "looked.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout.split("\f")[:-1]


@PDFTOTEXT
@pytest.mark.parametrize("lang", LANGS)
def test_the_decisions_are_within_thirty_four_lines(left: Report, lang: str, tmp_path: Path) -> None:
    first = pages(content(recorded(left), lang), tmp_path)[0]
    head, _, _ = first.partition(Teller(lang, left).say("minutes.agenda"))
    assert all(sheet.code in head for sheet in left.adopted)
    assert len([line for line in head.splitlines() if line.strip()]) <= 34


@PDFTOTEXT
@pytest.mark.parametrize("lang", LANGS)
def test_no_page_is_nearly_empty(left: Report, lang: str, tmp_path: Path) -> None:
    made = [content(left, lang, png()), objectives(left, lang), *(written(one) for _, one in framing.notes(left, lang))]
    assert [share for pdf in made for share in filled(pdf, tmp_path) if share < 0.3] == []


@PDFTOTEXT
@pytest.mark.parametrize("lang", LANGS)
def test_no_word_is_broken(left: Report, lang: str, tmp_path: Path) -> None:
    whole = {word for paper in papers(left, lang) for text in said(paper.blocks) for word in text.split()}
    for pdf in (content(left, lang), objectives(left, lang)):
        for line in "\n".join(pages(pdf, tmp_path)).splitlines():
            for word in re.findall(r"\w+-(?=\s|$)", line):
                assert any(word in one for one in whole), line


def test_zeros_are_not_slashed(left: Report) -> None:
    """The face of papers is the letter's: the screen's slashes its zeros."""
    assert b"SourceSansPro" in content(left, "fr")
    assert b"Atkinson" not in content(left, "fr")
