"""The table, wired: window, catalogue, measures, rules, requests. The curtain is up before this module is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from game.core.errors import GameError, Refused
from game.core.moves.move import Event
from game.core.session import Session
from game.desk.desk import Desk
from game.desk.follower import Follower
from game.table.answers import Answer, Opened, Painting, Played
from game.table.app import Table
from game.table.ground import Ground
from game.table.scenery import Scenery
from game.table.screens import called
from game.table.services import Services
from game.table.window import Window
from game.type.measure import FontMeasure
from game.view.answer.meanings import TableRules
from game.view.answer.ui import Ui
from game.view.tree import sight
from game.wiring.copying import Copying
from game.wiring.elsewhere import followed
from game.wiring.failures import on_the_wall, told, unexpected
from game.wiring.livedeck import LiveDeck, pictured
from game.wiring.requests import Requests
from game.wiring.settings import filled, remember, remembered, unset
from game.wiring.wishing import Wishing
from game.words.catalogue import speaker
from game.words.history import sentence
from game.words.names import naming
from game.words.refusals import refusal

TITLE = "CLAP"


def services(requests: Requests) -> Services:
    """Wire a table."""
    live, copying = LiveDeck(), Copying()

    def news(desk: Desk, ui: Ui) -> Answer | None:
        copying.look(desk)
        return followed(desk) if isinstance(desk, Follower) else live.news(desk, ui)

    rules = TableRules()
    return Services(FontMeasure(), _speaker, rules, requests, worded, ground, did, news, left=copying.left, awake=awake,
                    fault=fault)  # fmt: skip


def _speaker(lang: str) -> sight.Speaker:
    return speaker(lang)


def worded(error: GameError, session: Session | None, spoken: sight.Speaker) -> str:
    """Word what went wrong, for the room."""
    voice = speaker(spoken.lang)
    return (
        refusal(error, voice, naming(session, voice)) if isinstance(error, Refused) else told(on_the_wall(error), voice)
    )


def did(session: Session, event: Event, spoken: sight.Speaker) -> str:
    """Word what an event did, for who cannot see it."""
    return sentence(session, event, speaker(spoken.lang))


def awake(session: Session | None) -> bool:
    """Tell whether the screen must stay on: a session is open, and not paused."""
    return session is not None and not session.paused and not session.closed


def fault(error: Exception, desk: Desk | None) -> GameError:
    """Note what nobody foresaw beside the session."""
    return unexpected(error, "table_fault", desk.path.parent if desk is not None else None)


def ground(desk: Desk | None, ui: Ui) -> Ground | Scenery | None:
    """Give what draws the town and the cards' pictures of a session, or the town whose places are drawn."""
    if desk is not None:
        return Scenery(Ground(desk.session.workshop.town), partial(pictured, desk))
    if ui.drawing is None:
        return None
    from game.view.answer.drawn import Drawn

    return Ground(ui.drawing.ground) if isinstance(ui.drawing, Drawn) else None


def picture(session: Session, lang: str) -> bytes:
    """Give table.png: plan and ledger as they lie, and what was decided, at 1920×1080."""
    painted = painting(session, lang)
    while True:
        try:
            next(painted)
        except StopIteration as done:
            encoded: Callable[[], bytes] = done.value
            return encoded()


def painting(session: Session, lang: str) -> Painting:
    """Paint table.png bit by bit, for a loop that goes on meanwhile."""
    from game.table.picture import bits
    from game.view import scene

    yield
    phases = session.workshop.agenda.phases
    board = next((phase.id for phase in reversed(phases) if "ledger" in phase.panels), session.phase)
    shown = replace(session, phase=board)
    sight = scene.sight(speaker(lang), FontMeasure(), (1920, 1080))
    tree = scene.build(shown, Ui(screen="poster", lang=lang), sight)
    yield
    return (yield from bits(tree.kids[0], Ground(session.workshop.town), sight.memo.odd))


def show(
    first: Opened | Played | None,
    requests: Requests,
    lang: str | None,
    *,
    fullscreen: bool = False,
    apart: bool = False,
) -> None:
    """Open the table, on what was opened first or else at home, until it is left; `apart`, in two windows."""
    opened, player = (first.opened, first.player) if isinstance(first, Played) else (first, None)
    window, wishing = Window(TITLE, fullscreen=fullscreen), Wishing()
    screen = called(window.place.box)
    ui = remembered(lang, screen)
    if filled(screen) and not window.place.full:
        window.toggle_fullscreen()
    if opened is not None:
        ui = opened.view(ui)
    elif unset():
        ui = replace(ui, dialog="scale", about="first")
    desk = opened.desk if opened is not None else None
    table = Table(replace(services(requests), wished=wishing.ask), window, desk, ui)
    table.player = player
    if opened is not None and opened.said is not None:
        table.say(opened.said.text, opened.said.tone)
        table.changed()
    table.begin(apart=apart)
    table.run()
    if table.ui.drawing is not None:
        requests.left(table.ui)
    remember(table.ui, called(window.place.box), full=window.place.full, wish=wishing.known)
