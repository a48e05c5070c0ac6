"""What the council adopted is in the file: no later program, deck or scenario exports another decision."""

from __future__ import annotations

import json
import lzma
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from game.core.carrying import carried
from game.core.errors import Refused
from game.core.history import History
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.moves.flow import EnterPhase
from game.core.moves.objectives import AdoptObjective, AmendObjective, DropLever, ObjectiveAdopted, SendBackObjective
from game.core.moves.steps import TellStep
from game.core.report import report
from game.core.session import Session, start
from game.core.sheets import objectives
from game.core.text import same
from game.desk.opening import open_session
from game.desk.purging import purge
from game.desk.replay import CODEC
from game.export import to_ics, to_json
from game.export.minutes import minutes
from tests.scenarios.test_afternoon import play, recording, workshop
from tests.view import reviews
from tests.view.council import table

FORMER = Path(__file__).parent / "former"
"""A session of version 1 (adopted, lowered, a lever dropped since), and what the program of that day exported of it."""
MOMENT = Moment(5400, "2026-12-02T16:00:00")


@pytest.fixture(scope="module")
def history() -> History:
    played = recording()
    last = max(at for at, step in enumerate(played.steps) if type(step.command).__name__ == "AdoptObjective")
    return play(replace(played, steps=played.steps[: last + 1]), workshop())


AGAIN = ("how_name", "smart", "measurable_from")
"""What today's program says in its own words, or judges again."""


def as_version_1(one: dict[str, Any]) -> dict[str, Any]:
    """Give an objective of version 2 of the file as version 1 had it."""
    old = {key: said for key, said in one.items() if key not in ("effect", "means", "resources")}
    texts = ("indicator", "unit", "source", "rhythm", "by_hand", "baseline_note", "baseline_date", "target", "deadline")
    old |= {key: one["effect"][key] for key in texts}
    return old | {"baseline": one["effect"]["estimate"], "means": one["resources"]}


def dated(calendar: bytes) -> set[tuple[str, str, str]]:
    """Give what a calendar puts down: its mark, its day, what it is called."""
    found = Calendar.from_ical(calendar).walk("VEVENT")
    return {(str(one["uid"]), str(one["dtstart"].dt), str(one["summary"])) for one in found}


def later_program(history: History, *after: object) -> Session:
    """Fold the same rows, read from their JSON, where cards and purchases say something else."""
    told = [CODEC.load(CODEC.dump(step.events)) for step in history.done]
    was = workshop()
    levers = tuple(
        replace(
            card, title=same("autre"), action=same("Autre"), effects=replace(card.effects, cost=3),
            target=None if card.target is None else replace(card.target, name=same("autre"), goal=1, months=99),
        )
        for card in was.deck.levers
    )  # fmt: skip
    other: dict[str, Any] = {"name": same("autre"), "goal": 1, "change": None}
    issues = tuple(
        replace(card, indicators=tuple(replace(one, **other) for one in card.indicators)) for card in was.deck.issues
    )
    dearer = tuple(replace(one, amount_ht=one.amount_ht + 1) for one in was.scenario.intentions)
    roles = tuple(replace(one, deputy=same("Autre")) for one in was.scenario.families)
    scenario = replace(was.scenario, intentions=dearer, code="AUTRE", families=roles)
    session = start(replace(was, deck=replace(was.deck, levers=levers, issues=issues), scenario=scenario))
    for events in told:
        session = fold(session, events)  # type: ignore[arg-type]
    for command in after:
        session = fold(session, decide(session, command, MOMENT))  # type: ignore[arg-type]
    return session


def test_texts_figures_purchases_and_numbers_stay_as_they_were_adopted(history):
    adopted = objectives(history.session)
    assert len(adopted) == 5
    assert all(sheet.adopted for sheet in adopted)
    assert objectives(later_program(history)) == adopted


def test_a_field_amended_since_changes_alone(history):
    was = {sheet.issue: sheet for sheet in objectives(history.session)}
    now = later_program(
        history,
        AmendObjective("eau", "title", "Arroser de nuit"),
        AmendObjective("eau", "target", "1", "trop cher", "sports"),
        AmendObjective("eau", "status", "do"),
    )
    found = {sheet.issue: sheet for sheet in objectives(now)}
    assert replace(found["eau"], undressed=()) == replace(
        was["eau"], title=same("Arroser de nuit"), target="1", status="do"
    )
    assert [(one.was, one.now) for one in found["eau"].undressed] == [(was["eau"].target, "1")]
    assert all(found[issue] == was[issue] for issue in was if issue != "eau")


def test_a_lever_dropped_since_takes_its_points_and_leaves_what_was_adopted(history):
    was = next(sheet for sheet in objectives(history.session) if sheet.issue == "alimentation-durable")
    lighter = History(history.first, list(history.done))
    session = lighter.record(decide(history.session, DropLever(was.issue, was.levers[1], "lourd"), MOMENT))
    found = next(sheet for sheet in objectives(session) if sheet.issue == was.issue)
    assert found.levers == was.levers[:1]
    assert (found.title, found.indicator, found.target) == (was.title, was.indicator, was.target)
    assert found.figures.effort < was.figures.effort
    again = later_program(lighter, AmendObjective(was.issue, "means", "une heure par menu"))
    read = next(sheet for sheet in objectives(again) if sheet.issue == was.issue)
    assert read == replace(found, means=same("une heure par menu"))


def test_a_sheet_sent_back_is_filled_in_by_the_cards_again(history):
    back = later_program(history, SendBackObjective("eau"))
    sheet = next(one for one in objectives(back) if one.issue == "eau")
    assert not sheet.adopted
    assert sheet.indicator == same("autre")


def test_a_session_of_before_is_exported_as_it_was(tmp_path):
    path = tmp_path / "CLAP.clap"
    path.write_bytes(lzma.decompress((FORMER / "version-1.clap.xz").read_bytes()))
    before = path.read_bytes()
    desk = open_session(path, read_only=True)
    assert not any(isinstance(event, ObjectiveAdopted) and event.sheet for line in desk.log() for event in line.events)
    found = report(desk.session)
    now, then = json.loads(to_json.content(found, "fr")), json.loads((FORMER / "version-1.json").read_bytes())
    assert all(one["effect"]["baseline"] is None for one in now["objectives"])  # the game's figure is not the town's
    assert {said for one in now["objectives"] for said in one["means"].values()} == {None}
    bought = [item for one in now["objectives"] for item in one["intentions"]]
    assert {one.pop("award") for one in now["objectives"]} == {None}  # nobody judged offers on it
    assert {item.pop("duties") for item in bought} == {None}  # it knew none, which is not to owe none
    now["objectives"] = [as_version_1(one) for one in now["objectives"]]
    for part in ("objectives", "renounced", "undressed"):
        told = (
            [{key: said for key, said in one.items() if key not in AGAIN} for one in found[part]]
            for found in (now, then)
        )
        assert next(told) == next(told), part
    told, known = ({(uid, name): day for uid, day, name in dated(file)}
                   for file in ((FORMER / "version-1.ics").read_bytes(), to_ics.content(found, "fr")))  # fmt: skip
    assert told.keys() <= known.keys()
    for one, day in told.items():  # what fell on a weekend is put off to the next worked day, under the same mark
        assert known[one] == day or (date.fromisoformat(day).weekday() >= 5 and "deadline" not in one[0]), one
    desk.close()
    assert path.read_bytes() == before


def test_a_session_of_before_is_reviewed_and_says_what_it_lacks(tmp_path):
    path = tmp_path / "CLAP.clap"
    path.write_bytes(lzma.decompress((FORMER / "version-1.clap.xz").read_bytes()))
    desk = open_session(path, read_only=True)
    was = desk.session
    desk.close()
    found = carried(was, was.workshop.deck)
    assert found
    assert {(one.effect, one.written_by, one.share.indicator, one.estimated) for one in found} == {
        (False, "", same(""), True)
    }
    review = reviews.following(was, "2027-03-10")
    with pytest.raises(Refused) as refused:
        decide(review, TellStep(found[0].code, "written", "yes"), MOMENT)
    assert refused.value.code == "unknown_field"
    told = json.loads(to_json.content(report(review), "fr"))["review"]["objectives"]
    assert {one["effect"]["measures"] for one in told} == {"means"}
    said = str(minutes(report(review), "fr").blocks)
    assert said.count("estimation du jeu") >= len(found)
    assert "séance ou jeu d'avant" in said.replace("\u2019", "'")
    assert "garde ce avec quoi elle a été faite" in table(review, (1920, 4000)).tree.find("review:no_steps").name


def test_a_name_typed_over_a_function_leaves_the_adopted_sheets_of_a_purged_copy(desk, path, tmp_path):
    play_on(desk)
    role = desk.session.workshop.scenario.family("sports")
    desk.do(SendBackObjective("eau"))
    desk.do(AmendObjective("eau", "deputy", "Xanthippe Durand"))
    assert desk.do(AdoptObjective("eau")) is None
    desk.close()
    to = tmp_path / "copie.clap"
    assert purge(path, to, "(effacée)", str).functions == 1
    assert b"Xanthippe" in path.read_bytes()
    assert b"Xanthippe" not in to.read_bytes()
    copy = open_session(to, read_only=True)
    assert next(one for one in objectives(copy.session) if one.issue == "eau").deputy == role.deputy


def play_on(desk):
    played = recording()
    for step in played.steps:
        if step.kind in ("undo", "redo"):
            getattr(desk, step.kind)()
        elif step.command is not None and type(step.command).__name__ != "CloseSession":
            desk.do(step.command)
    desk.do(EnterPhase("objectifs"))
