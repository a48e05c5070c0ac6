"""The facilitator's page comes over the board and leaves it as it was: by a key, a button, or from a corner."""

from __future__ import annotations

from dataclasses import replace

from game.view.answer.input import Input, Key, PointerDown, PointerMove, PointerUp
from game.view.answer.leading import Leading
from game.view.answer.ui import Ui
from game.view.tree.box import Box
from game.view.tree.sight import plain

PAGE = "f9"
"""The key that brings the page, and takes it away; held down, the page leaves when it is let go (table/input.py)."""
CORNER, PULLED = 40, 160
"""Side of the corner a pull starts in, at the window's top left, and how far it goes; in pixels at 1080p."""


def turned(ui: Ui) -> Ui:
    """Bring the page, or the board with what lay over it. What the hands hold goes home before."""
    lead = ui.lead
    if lead.page:
        dialog, about, spotlight = lead.under
        back = replace(lead, page=False, under=Leading().under)
        if ui.dialog or not (dialog or spotlight):
            return replace(ui, lead=back)
        return replace(ui, lead=back, dialog=dialog, about=about, spotlight=spotlight or ui.spotlight)
    under = (ui.dialog, ui.about, "" if lead.apart else ui.spotlight)
    seen = ui.spotlight if lead.apart else ""
    paged = replace(lead, page=True, under=under)
    return replace(ui, lead=paged, dialog="", about="", menu=False, choice=None, spotlight=seen, held=())


def asked(ui: Ui, event: Input, box: Box) -> Ui | None:
    """Give the view where an input is the key or the pull that turns the page; None where it is anything else."""
    if isinstance(event, Key):
        return turned(ui) if event.name == PAGE and not event.repeat else None
    if isinstance(event, PointerDown | PointerMove | PointerUp):
        return _pulled(ui, event, box)
    return None


def _pulled(ui: Ui, event: PointerDown | PointerMove | PointerUp, box: Box) -> Ui | None:
    unit = plain((box.w, box.h))
    if isinstance(event, PointerDown):
        if max(event.x, event.y) >= CORNER * unit or ui.held:
            return None
        return replace(ui, lead=replace(ui.lead, corner=event.pointer))
    if event.pointer != ui.lead.corner:
        return None
    if isinstance(event, PointerMove):
        return ui
    ui = replace(ui, lead=replace(ui.lead, corner=""))
    return turned(ui) if min(event.x, event.y) >= PULLED * unit else ui
