"""The table, wired: window, catalogue, measures, rules, clerk. The curtain is up before this module is read."""

from __future__ import annotations

from dataclasses import replace

from game.core.errors import GameError, Refused
from game.core.session import Session
from game.desk.desk import Desk
from game.table.app import Table
from game.table.ground import Ground
from game.table.kit import Answer, Kit
from game.table.kit import Desk as Seat
from game.table.window import Window
from game.type.measure import FontMeasure
from game.view import sight
from game.view.meanings import TableRules
from game.view.ui import Ui
from game.wiring.copying import Copying
from game.wiring.failures import told, unexpected
from game.wiring.livedeck import Renewals
from game.wiring.plots import Plots, laid
from game.wiring.requests import Requests
from game.wiring.settings import remember, remembered, unset
from game.words.catalogue import speaker
from game.words.names import naming
from game.words.refusals import refusal

TITLE = "CLAP"


def kit(clerk: Requests) -> Kit:
    """Wire a table."""
    renewals, plots, copying = Renewals(), Plots(), Copying()

    def news(desk: Seat, ui: Ui) -> Answer | None:
        copying.look(desk)
        return renewals.news(desk, ui) or plots.news(desk, ui)

    return Kit(
        FontMeasure(), _speaker, TableRules(), clerk, worded, ground, news, left=copying.left, awake=awake, fault=fault
    )


def _speaker(lang: str) -> sight.Speaker:
    return speaker(lang)


def worded(error: GameError, session: object, spoken: sight.Speaker) -> str:
    """Word what went wrong, for the room."""
    voice = speaker(spoken.lang)
    return refusal(error, voice, naming(session, voice)) if isinstance(error, Refused) else told(error, voice)


def awake(session: object) -> bool:
    """Tell whether the screen must stay on: a session is open, and not paused."""
    return isinstance(session, Session) and not session.paused and not session.closed


def fault(error: Exception, seat: Seat | None) -> GameError:
    """Note what nobody foresaw beside the session."""
    return unexpected(error, "table_fault", seat.path.parent if isinstance(seat, Desk) else None)


def ground(session: object) -> Ground | None:
    """Give what draws the town of a session."""
    return Ground(session.workshop.town) if isinstance(session, Session) else None


def picture(session: Session, lang: str) -> bytes:
    """Give table.png: plan and ledger as they lie, and what was decided, at 1920×1080."""
    from game.table.picture import png
    from game.view import scene

    session = laid(session)
    phases = session.workshop.agenda.phases
    board = next((phase.id for phase in reversed(phases) if "ledger" in phase.panels), session.phase)
    shown = replace(session, phase=board)
    tree = scene.build(shown, Ui(screen="poster", lang=lang), speaker(lang), FontMeasure(), (1920, 1080))
    return png(tree.kids[0], Ground(session.workshop.town))


def show(first: Answer, answering: Requests, lang: str | None, *, fullscreen: bool = False) -> None:
    """Open the table on what was answered first, until it is left."""
    ui = remembered(lang)
    ui = first.view(ui) if first.view is not None else ui
    if first.desk is None and first.player is None and unset():
        ui = replace(ui, dialog="scale")
    if first.desk is not None:
        ui = replace(ui, notices=first.desk.notices())
    table = Table(kit(answering), Window(TITLE, fullscreen=fullscreen), first.desk, ui)
    table.player = first.player
    if first.said:
        table.say(first.said, first.tone)
        table.changed()
    table.run()
    remember(table.ui)
