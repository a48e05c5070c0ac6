"""An afternoon by ear, word for word: what was acted on, what was announced, what the focus said.

`python -m tests.ear` plays the acts of each transcript (tests/ear/told) again, and writes down what is heard now.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

pytest.importorskip("accesskit")

from game.core.report import report
from game.core.session import Session
from game.core.text import Text
from game.desk.desk import Desk
from game.words.calendar import month
from tests.ear.deputy import LANGUAGES, acts, seated, told
from tests.ear.heard import plain
from tests.ear.retold import retold

EXPORT = {"fr": "> button Exporter tous les fichiers", "en": "> button Export all files"}
WHOLE = bool(os.environ.get("CLAP_TORTURE"))
"""Whether the files, the end, the review and a newcomer's welcome are played too: writing the files takes its time."""


@cache
def kept(lang: str) -> list[str]:
    return told(lang).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_heard_of_an_afternoon(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    steps = acts(kept(lang))
    first, then = steps[: steps.index(EXPORT[lang])], steps[steps.index(EXPORT[lang]) :]
    with seated(lang) as deputy:
        for step in first:
            deputy.act(step)
        assert deputy.transcript == kept(lang)[: kept(lang).index(EXPORT[lang])]
        assert isinstance(deputy.table.desk, Desk)
        known_from_it_alone(lang, deputy.table.desk.session)
        for step in then if WHOLE else ():
            deputy.act(step)
    assert not WHOLE or deputy.transcript == kept(lang)


def known_from_it_alone(lang: str, session: Session) -> None:
    """Hold what is retold from a transcript against the session: who placed what where, the vote, the aims."""

    def said(text: Text) -> str:
        return plain(text.say(lang))

    families = {one.id: said(one.short) for one in session.workshop.families}
    places = {one.id: said(one.short) for one in session.workshop.scenario.places}
    deck, found = session.workshop.deck, retold(kept(lang), lang, tuple(families.values()))
    name = {one.id: said(one.label) for one in deck.issues} | {one.id: said(one.label) for one in deck.levers}
    laid = [(one.card, one.family, one.place, one.levers) for one in session.issues]
    assert found.issues == {name[card]: (families[family], places[place]) for card, family, place, _ in laid}
    assert sorted(found.levers) == sorted((name[lever], name[card]) for card, _, _, some in laid for lever in some)
    assert found.refused == [(name["cout-global"], families["travaux"])]
    gone = {how: [name[one.card] for one in session.renounced if one.how == how] for how in ("vote", "tie")}
    assert found.tie == (name[session.ballot.ranked[-1]], *gone["tie"])
    assert [*found.vote[0], found.tie[0]] == [name[one] for one in session.ballot.ranked]
    assert (sorted(found.vote[1]), sorted(found.vote[2])) == (sorted(found.tie), sorted(gone["vote"]))
    aims = report(session).objectives
    assert found.adopted == [name[one.issue] for one in aims]
    assert list(found.objectives) == [one.code for one in aims]
    for one, (title, indicator, target, deadline, deputy) in zip(aims, found.objectives.values(), strict=True):
        assert (title, indicator) == (said(one.title), said(one.indicator))
        assert target.replace("\u2212", "-").startswith(one.target.split()[0].rstrip("%"))
        assert (deadline, deputy) == (month(one.deadline, lang), said(one.deputy))
