"""`clap review`: the session that follows another opens on its review; home's button does the same."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from game.cli.making import PATH, argument, chosen, command, option
from game.core.review import Carried
from game.desk.desk import Desk
from game.wiring.reviewing import following
from game.words.aims import told, with_unit
from game.words.calendar import month
from game.words.catalogue import Speaker


@command(
    "review", "cli.review",
    argument("session", PATH),
    option("--agenda", "cli.option.review_agenda", type=str, default=""),
    option("--date", "cli.option.review_date", type=str, default=""),
    option("--to", "cli.option.session_file", type=PATH),
    option("--no-window", "cli.option.no_window", "bare", is_flag=True),
)  # fmt: skip
def review(said: Speaker, session: Path, agenda: str, date: str, to: Path | None, *, bare: bool) -> int:
    """Make the session that follows another; open the table on it, or tell what it takes over."""
    from game.table.opening import curtain, has_display

    if not bare and not has_display():
        sys.stderr.write(said.say("cli.no_display") + "\n")
        return 1
    desk = following(session, agenda=agenda, date=date, to=to)
    if bare:
        try:
            _tell(desk, said)
        finally:
            desk.close()
        return 0
    curtain("CLAP")
    from game.table.answers import Opened
    from game.wiring.assembly import show
    from game.wiring.play import requests
    from game.wiring.seating import seated

    show(Opened(desk, lambda ui: seated(ui, desk)), requests(), chosen())
    return 0


def _tell(desk: Desk, said: Speaker) -> None:
    session = desk.session
    last = session.former
    if last is None:
        return
    facts = {"date": session.date, "file": last.file, "quarter": last.quarter, "path": str(desk.path)}
    click.echo(said.say("cli.review_opened", **facts))
    for one in session.carried:
        click.echo(said.say("cli.review_line", **_line(one, said)))


def _line(one: Carried, said: Speaker) -> dict[str, str]:
    lang = said.lang
    aim = f"{told(one.baseline, lang) or '?'} → {with_unit(one.target or '?', one.unit, lang)}"
    return {"code": one.code, "title": one.title.say(lang), "aim": aim, "deadline": month(one.deadline, lang)}
