"""`clap agenda`: the agenda of a quarterly meeting, told and set on a page; `clap guide`: for whoever leads it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from game.cli.making import PATH, argument, command, option
from game.content.shelf import load_scenario
from game.core.errors import SetupError
from game.core.meeting import Meeting, first_meeting, meeting_after
from game.core.scenario import Scenario
from game.core.session import Session
from game.core.tryouts import counted
from game.desk.opening import open_session
from game.places import landing, shelves
from game.wiring.chosen import scenario_file
from game.wiring.reviewing import checked, on_the_shelf
from game.words.catalogue import Speaker

GAP = 2
"""Spaces between two columns on screen."""


@command(
    "agenda", "agenda.help",
    argument("session", PATH, required=False),
    option("--scenario", "agenda.option.scenario", type=str),
    option("--agenda", "agenda.option.agenda", type=str, default=""),
    option("--date", "agenda.option.date", type=str, default=""),
    option("--to", "agenda.option.to", type=PATH),
)  # fmt: skip
def agenda(said: Speaker, session: Path | None, scenario: str | None, agenda: str, date: str, to: Path | None) -> int:
    """Tell the agenda of the meeting; with `to`, write it as a PDF page too."""
    if session is None and scenario is None:
        raise click.UsageError(said.say("agenda.which"))
    _ends_as_pdf(to)
    found = prepared(session, scenario, agenda, checked(date))
    for line in lines(found, said):
        click.echo(line)
    if to is not None:
        from game.printing.meeting import page

        printed = page(found, said)
        _put(printed.pdf, [one.sign for one in printed.missing], said, to)
    return 0


@command(
    "guide", "guide.help",
    option("--scenario", "agenda.option.scenario", type=str, required=True),
    option("--agenda", "agenda.option.agenda", type=str, default=""),
    option("--to", "agenda.option.to", type=PATH, required=True),
)  # fmt: skip
def guide(said: Speaker, scenario: str, agenda: str, to: Path) -> int:
    """Write the page that hangs beside the screen, for whoever leads."""
    from game.printing.beside import page

    _ends_as_pdf(to)
    sources = load_scenario(scenario_file(scenario).parent, shelves.decks())
    chosen = _chosen(sources.workshop, sources.scenario, agenda)
    printed = page(sources.scenario, chosen, said)
    _put(printed.pdf, [one.sign for one in printed.missing], said, to)
    return 0


def _ends_as_pdf(to: Path | None) -> None:
    if to is not None and to.suffix.lower() != ".pdf":
        raise SetupError("agenda_ending", path=str(to))


def prepared(session: Path | None, scenario: str | None, agenda: str, date: str) -> Meeting:
    """Gather what a meeting is about, from a session, a scenario or both. Raises GameError."""
    if session is None:
        sources = load_scenario(scenario_file(scenario or "").parent, shelves.decks())
        return first_meeting(sources.deck, sources.scenario, _chosen(sources.workshop, sources.scenario, agenda), date)
    desk = open_session(session, read_only=True)
    now = desk.session
    desk.close()
    counted(now)
    if not now.closed and scenario is None:
        workshop = now.workshop
        return meeting_after(now, workshop.deck, workshop.scenario, workshop.agenda, date or now.date)
    return _following(now, scenario, agenda, date)


def _following(now: Session, scenario: str | None, agenda: str, date: str) -> Meeting:
    """Gather the meeting that follows a session: what is on the shelf now, or what the session holds."""
    if scenario is not None:
        sources = load_scenario(scenario_file(scenario).parent, shelves.decks())
    else:
        found = on_the_shelf(now.workshop.scenario.id)
        if found is None:
            chosen = now.workshop.scenario.agenda(agenda) or now.workshop.agenda
            return meeting_after(now, now.workshop.deck, now.workshop.scenario, chosen, date)
        sources = found
    reviews = (one.id for one in sources.scenario.agendas if any("follow_up" in phase.moves for phase in one.phases))
    wanted = agenda or next(reviews, "")
    return meeting_after(now, sources.deck, sources.scenario, _chosen(sources.workshop, sources.scenario, wanted), date)


def _chosen(workshop: Any, scenario: Scenario, wanted: str) -> Any:
    """Give the agenda asked for, else the first. Raises ContentError for one the scenario has not."""
    return workshop(wanted or scenario.agendas[0].id).agenda


def _put(pdf: bytes, unprinted: list[str], said: Speaker, to: Path) -> None:
    landing.folder(to.parent)
    landing.put(to, pdf)
    for sign in unprinted:
        click.echo(said.say("agenda.sign", sign=sign, code=f"U+{ord(sign):04X}"))
    click.echo(said.say("cli.wrote", path=str(to)))


def lines(found: Meeting, said: Speaker) -> list[str]:
    """Give the agenda as lines of text: what the page says, in columns."""
    from game.printing.meeting import values

    told = values(found, said)
    heads, none = told["heads"], told["none"]
    made = [told["title"], told["when"] + (f" ({told['quarter']})" if told["quarter"] else ""), told["under"], ""]
    made += [heads["phases"], *_table([(f"{n}. {one['name']}", one["minutes"])
                                       for n, one in enumerate(told["phases"], 1)]), ""]  # fmt: skip
    objectives = [
        (one["code"], one["title"], said.say("agenda.measured", **one), one["deadline"]) for one in told["objectives"]
    ]
    made += [heads["review"], *(_table(objectives) or [f"  {none['review']}"]), ""]
    named = ("launch", "title", "family", "place", "amount", "cao", "department")
    rows = [tuple(one[name] for name in named) for one in told["intentions"]]
    made += [heads["examine"], *(_table([tuple(told["examined"]), *rows]) if rows else [f"  {none['examine']}"])]
    made += [f"  {told['launched']}"] if told["launched"] else []
    made += ["", heads["members"], *(f"  {one}" for one in told["members"])]
    return [*made, "", heads["guests"], *(f"  {one}" for one in told["guests"] or [none["guests"]])]


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))] if rows else []
    padded = (tuple(cell.ljust(width + GAP) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return ["  " + "".join(row).rstrip() for row in padded]
