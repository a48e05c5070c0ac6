"""What a sheet of intentions brings, told row by row; then one gesture in a session, or lines added to a scenario."""

from __future__ import annotations

from pathlib import Path

import click

from game.authoring.subjects import into
from game.authoring.subjects.reading import Fault, Proposal, Proposed, proposed
from game.cli.agreeing import agreed
from game.cli.noting import tell
from game.content.files import read_bytes, shown
from game.content.shelf import load_scenario
from game.core.cards import Deck
from game.core.errors import SetupError
from game.core.moves.share import BringIntentions
from game.desk.desk import Desk
from game.desk.opening import open_session
from game.places import landing, shelves
from game.wiring.chosen import packed, scenario_file
from game.words.calendar import month
from game.words.catalogue import Speaker
from game.words.names import naming
from game.words.numbers import euros
from game.words.refusals import refusal

SHOWN = 60
"""Rows told one by one."""


def to_session(said: Speaker, file: Path, session: Path, *, yes: bool) -> int:
    """Add the good rows to a session that is not closed, all in one gesture. Raises GameError."""
    desk = open_session(session)
    try:
        return _gesture(said, file, desk, yes=yes)
    finally:
        desk.close()


def _gesture(said: Speaker, file: Path, desk: Desk, *, yes: bool) -> int:
    now = desk.session
    workshop = now.workshop
    found = proposed(file, workshop.deck, workshop.scenario, now.all_intentions, whole=False)
    told = _tell(said, found, file, workshop.deck)
    if not found.proposals:
        return told
    if not yes and not agreed(said, "subjects.ask_session", n=len(found.proposals), path=str(desk.path)):
        click.echo(said.say("subjects.untouched"))
        return 1
    refused = desk.do(BringIntentions(tuple(one.command for one in found.proposals)))
    if refused is not None:
        click.echo(refusal(refused, said, naming(now, said)), err=True)
        return 1
    click.echo(said.say("subjects.brought", n=len(found.proposals), path=str(desk.path)))
    return told


def to_scenario(said: Speaker, file: Path, scenario: str, *, yes: bool) -> int:
    """Add the good rows to a scenario's text once the lines were shown; the former text is kept. Raises GameError."""
    path = Path(scenario)
    if packed(path):
        raise SetupError("subjects_packed", path=scenario)
    target = scenario_file(scenario)
    sources = load_scenario(target.parent, shelves.decks())
    found = proposed(file, sources.deck, sources.scenario, sources.scenario.intentions, whole=True)
    told = _tell(said, found, file, sources.deck)
    if not found.proposals:
        return told
    data = read_bytes(target)
    made = into.written(data, shown(target), sources.deck, sources.scenario, found.proposals)
    for line in into.diff(data, made, shown(target)):
        click.echo(line)
    if not yes and not agreed(said, "subjects.ask_scenario", n=len(found.proposals), path=shown(target)):
        click.echo(said.say("subjects.untouched"))
        return 1
    spare = target.with_name(target.name + ".bak")
    landing.put(spare, data)
    landing.put(target, made)
    click.echo(said.say("subjects.written", n=len(found.proposals), path=str(target), spare=spare.name))
    return told


def _tell(said: Speaker, found: Proposed, file: Path, deck: Deck) -> int:
    """Say the rows that are good, those that are not and why; give the exit code they lead to."""
    for one in found.proposals[:SHOWN]:
        click.echo(_row(said, one, deck))
    if len(found.proposals) > SHOWN:
        click.echo(said.say("subjects.more", n=len(found.proposals) - SHOWN))
    for heading, near in found.strangers:
        key = "subjects.stranger_near" if near else "subjects.stranger"
        click.echo(said.say(key, heading=heading, near=near))
    if found.undated:
        click.echo(said.say("subjects.undated", n=found.undated))
    for fault in sorted((*found.known, *found.faults), key=lambda one: one.line):
        click.echo(_fault(said, fault))
    bad = len({one.line for one in found.faults}) + found.slipped
    if bad:
        click.echo(said.say("subjects.bad", n=bad, file=shown(file)))
    if not found.proposals:
        click.echo(said.say("subjects.nothing", file=shown(file)))
    tell(found.notes, said)
    return 1 if bad or not (found.proposals or found.known) else 0


def _row(said: Speaker, one: Proposal, deck: Deck) -> str:
    family = deck.family(one.family)
    facts = {
        "title": one.title, "family": family.short.say(said.lang) if family is not None else one.family,
        "amount": euros(one.amount, said.lang), "launch": month(one.launch, said.lang),
        "department": one.department or said.say("subjects.own_department"),
    }  # fmt: skip
    return said.say("subjects.row", line=one.line, **facts)


def _fault(said: Speaker, fault: Fault) -> str:
    facts = dict(fault.facts)
    key = f"problem.{fault.code}" if fault.code.startswith("unread_") else f"subjects.fault.{fault.code}"
    named = said.say(key, **{**facts, "n": facts.get("limit")})
    return said.say("subjects.line", line=fault.line, field=said.say(f"subjects.field.{fault.field}"), said=named)
