"""The minutes, the sheets and the CAO's note tell what the law asks apart from what the council chose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.duties import Duties
from game.core.report import Report
from game.export import obligations
from game.export.blocks import Grid, Heading, Words
from game.export.framing import notes
from game.export.minutes import minutes
from game.export.papers import sheet_pairs
from game.export.telling import Teller

LANGS = ("fr", "en")


def bare(left: Report) -> Report:
    """Give the report of a session from before there were duties."""
    session = left.session
    return replace(left, session=replace(session, workshop=replace(session.workshop, duties=Duties())))


def annexed(tell: Teller, left: Report) -> str:
    return next(one.words for one in minutes(left, tell.lang).blocks
                if isinstance(one, Heading) and tell.say("annex.duties") in one.words)  # fmt: skip


def after(blocks: tuple[object, ...], words: str) -> list[object]:
    at = next(n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.words == words)
    end = next((n for n, one in enumerate(blocks[at + 1 :], at + 1) if isinstance(one, Heading)), len(blocks))
    return list(blocks[at + 1 : end])


@pytest.mark.parametrize("lang", LANGS)
def test_the_minutes_tell_what_all_purchases_owe_once_then_each(left: Report, lang: str) -> None:
    tell = Teller(lang, left)
    blocks = minutes(left, lang).blocks
    heads = [n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.words == tell.say("duties.head")]
    grids = [one for n in heads if isinstance(one := blocks[n + 2], Grid)]
    firsts, owed = [grid.rows[0] for grid in grids], [row for grid in grids for row in grid.rows[1:]]
    rows = dict(owed)
    assert len(rows) == 15
    duties = {one.id: tell.read(one.title) for one in left.session.workshop.duties.duties}
    assert all(duties["clause-environnementale"] in row[1] for row in firsts)
    social = [name for name, said in rows.items() if duties["clause-sociale"] in said]
    assert len(social) == 7
    assert not any(duties["clause-environnementale"] in said for _, said in owed)


@pytest.mark.parametrize("lang", LANGS)
def test_the_annex_gives_each_duty_its_date_reference_and_confidence(left: Report, lang: str) -> None:
    tell = Teller(lang, left)
    _, grid, *_ = after(minutes(left, lang).blocks, annexed(tell, left))
    assert isinstance(grid, Grid)
    owed = {one.duty.id for item in left.intentions for one in obligations.owed(tell, item)}
    assert len(grid.rows) == len(owed) == 16
    assert all(tell.read(one.title) for one in left.session.workshop.duties.duties)
    assert all(part for row in grid.rows for part in row)
    words = {tell.say(f"confidence_{one}") for one in ("sure", "probable", "to_check")}
    assert all(any(word in row[3] for word in words) for row in grid.rows)


@pytest.mark.parametrize("lang", LANGS)
def test_the_note_and_the_sheet_tell_them_of_their_purchase(left: Report, lang: str) -> None:
    tell = Teller(lang, left)
    purchases = {one.id: one for sheet in left.adopted for one in sheet.intentions}
    for (_, leaf), item in zip(notes(left, lang), purchases.values(), strict=True):
        told = str(after(leaf.blocks, tell.say("duties.head")))
        assert all(repr(tell.read(one.duty.title))[1:-1] in told for one in obligations.owed(tell, item))
    for sheet in left.adopted:
        said = dict(sheet_pairs(tell, sheet))[tell.say("column.duties")]
        owed = [one.duty for item in sheet.intentions for one in obligations.owed(tell, item)]
        assert all(tell.read(duty.title) in said for duty in owed)


@pytest.mark.parametrize("lang", LANGS)
def test_a_session_from_before_says_it_has_none(left: Report, lang: str) -> None:
    old = bare(left)
    tell = Teller(lang, old)
    (told,) = after(minutes(old, lang).blocks, tell.say("duties.head"))
    assert told == Words(tell.say("duties.none"), "quiet")
    blocks = minutes(old, lang).blocks
    assert not any(tell.say("annex.duties") in one.words for one in blocks if isinstance(one, Heading))
    facts = [dict(sheet_pairs(tell, one)) for one in old.adopted]
    assert all(tell.say("duties.unknown") in said[tell.say("column.duties")] for said in facts)
