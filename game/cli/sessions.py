"""Commands that play, tell and export sessions."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from game.cli.making import PATH, argument, chosen, command, option
from game.cli.waiting import ahead
from game.core.errors import SetupError
from game.core.report import report, unnamed
from game.core.signs import readable
from game.words.catalogue import Speaker
from game.words.history import sentence

EXPORTS = ("docx", "pdf", "sheets", "cao", "xlsx", "ics", "csv", "json", "png")
"""What `export --only` takes: WHATS of game.export, which is not read to word a help (tests/cli hold them equal)."""


@command(
    "play", "cli.play",
    argument("session", PATH, required=False),
    option("--fullscreen", "cli.option.full", is_flag=True),
    option("--two-windows", "cli.option.two", is_flag=True),
)  # fmt: skip
def play(said: Speaker, session: Path | None, *, fullscreen: bool = False, two_windows: bool = False) -> int:
    """Open the table."""
    if session is not None:
        ahead(said, session)
    if not curtain(fullscreen=fullscreen):
        sys.stderr.write(said.say("cli.no_display") + "\n")
        return 1
    from game.wiring.play import play as show

    show(session, chosen(), fullscreen=fullscreen, apart=two_windows)
    return 0


def curtain(*, fullscreen: bool = False) -> bool:
    """Open the window, if a screen answers."""
    from game.table.opening import curtain, has_display

    if not has_display():
        return False
    try:
        curtain("CLAP", fullscreen=fullscreen)
    except SetupError as error:
        if error.code != "no_screen":
            raise
        return False
    return True


@command("draw", "cli.scenario_draw", argument("scenario"))
def draw(said: Speaker, scenario: str) -> int:
    """Open the table on the places of a scenario, to draw them."""
    if not curtain():
        sys.stderr.write(said.say("cli.no_display") + "\n")
        return 1
    from game.wiring.play import draw as show

    show(scenario, chosen())
    return 0


@command(
    "demo", "cli.demo",
    option("--scenario", "cli.option.scenario", type=str),
    option("--out", "cli.option.out", type=PATH),
    option("--headless", "cli.option.headless", is_flag=True),
)  # fmt: skip
def demo(said: Speaker, scenario: str | None, out: Path | None, *, headless: bool) -> int:
    """Play the recorded workshop of a scenario, in the window or without one."""
    seen = not headless and curtain()
    if not seen:
        click.echo(said.say("cli.demo_asked" if headless else "cli.demo_headless"))
    from game.wiring import demo as shows

    show = shows.load(scenario or shows.DEMO, said.lang)
    if seen:
        from game.wiring import narrated

        return _wrote(narrated.watch(show, out, chosen()), said)
    left, files = shows.headless(show, out if out is not None else Path("clap-demo"))
    _wrote(files, said)
    click.echo(said.say("cli.demo_done", n=len(left.adopted), renounced=len(left.renounced)))
    return 0


def _wrote(files: tuple[Path, ...], said: Speaker) -> int:
    for file in files:
        click.echo(said.say("cli.wrote", path=str(file)))
    return 0


@command(
    "export", "cli.export",
    argument("session", PATH),
    option("--to", "cli.option.to", type=PATH, required=True),
    option("--only", "cli.option.what", "what", type=click.Choice(EXPORTS)),
    option("--template", "cli.option.template", type=PATH),
    option("--roles/--no-roles", "cli.option.roles", default=True),
)  # fmt: skip
def export(
    said: Speaker, session: Path, to: Path, what: str | None, template: Path | None, *, roles: bool = True
) -> int:
    """Write a session's files; the session may be open elsewhere, it is only read."""
    from game.cli import papers
    from game.desk.opening import open_session
    from game.desk.tracing import traces
    from game.export import export_all, export_one
    from game.places import folders, looks
    from game.places.papers import Papers
    from game.wiring.assembly import picture
    from game.wiring.exporting import stamp

    if looks.is_file(to):
        raise SetupError("not_a_folder", path=str(to))
    papers.examine(template, said)
    desk = open_session(session, read_only=True)
    left = report(desk.session, traces(desk.log()))
    left = left if roles else unnamed(left)

    def board() -> bytes:
        return picture(desk.session, said.lang)

    folder = Papers(folders.writable(to), stamp(desk))
    if what:
        return _wrote(export_one(what, left, said.lang, folder, board, template), said)
    return _wrote(export_all(left, said.lang, folder, board, template), said)


@command("log", "cli.session_log", argument("session", PATH))
def log(said: Speaker, session: Path) -> int:
    """Tell a session, gesture by gesture; what was taken back is told too."""
    from game.desk.opening import open_session
    from game.desk.replay import UNREAD

    desk = open_session(session, read_only=True)
    told: dict[int, str] = {}
    for line in desk.log():
        if line.kind == "gesture":
            told[line.id] = " ".join(sentence(desk.session, event, said) for event in line.events)
            words = told[line.id]
        elif line.kind in ("undo", "redo"):
            words = said.say(f"log.{line.kind}", what=told[line.about])
        elif line.kind == "deck":
            words = said.say("log.deck", version=readable(line.text))
        elif line.kind == UNREAD:
            told[line.id] = words = said.say("log.unread")
        else:
            continue
        click.echo(said.say("log.line", at=line.at.replace("T", " "), sentence=words))
    return 0
