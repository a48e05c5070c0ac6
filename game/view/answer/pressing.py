"""What pressing does: intents change the view here; requests and core commands go out as effects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, cast

from game.view.answer import intents as i
from game.view.answer.editing import too_long
from game.view.answer.gesture import Gesture
from game.view.answer.gestures import Practise
from game.view.answer.leading import Blacken, Leading, RaiseHand, ShowRoom, Speak, TurnPage, raised, speaking
from game.view.answer.looks import SetBars, SetLanguage, SetLooks, SetScale
from game.view.answer.pulling import Pull
from game.view.answer.sliding import Slide, SlideBy
from game.view.answer.tally import Tally, added
from game.view.answer.turning import turned
from game.view.answer.ui import Editing, Told, Ui, with_pair

Effect = i.Request | Gesture
"""What pressing asks of the table."""
Effects = tuple[Effect, ...]
FIRST = "first"
"""Where the first steps stand, in the view's tabs: "" (a card to drag), laid, back, large, done (dialogs/first)."""
LARGEST = 600
"""The largest reading scale, in per cent: a 55 inch screen seen from eleven metres."""
Step = tuple[Ui, Effects]


def press(ui: Ui, does: object) -> Step:
    """Do what a node does: `(ui, effects)`, the effects being core commands or requests."""
    if isinstance(does, i.Several):
        return _several(ui, does)
    if isinstance(does, i.EditField):
        return _edit(ui, does)
    if isinstance(does, i.ForgetText):
        return _forget(ui, does)
    if isinstance(does, i.Undo | i.Redo | i.Strike):
        return ui if isinstance(does, i.Strike) else sent_home(ui), (does,)
    if isinstance(does, i.Pan | Pull):
        return press(ui, _pressed(does))
    if does is None or isinstance(does, Slide):
        return leave(ui)  # these are pulled: a press alone means nothing
    handler = _VIEW.get(type(does))
    if handler is not None:
        left, effects = leave(ui)
        return handler(left, does), effects
    left, effects = leave(ui)
    return left, (*effects, cast(Effect, does))


def _pressed(does: i.Pan | Pull) -> object:
    """Give what a press of the plan, or of what is pulled over it, does where no pointer says at which spot."""
    if isinstance(does, Pull):
        return does.press
    return does.taps if of_the_view(does.taps) else None


def of_the_view(does: object) -> bool:
    """Tell whether pressing changes only what is shown: nothing is recorded, and nothing left."""
    things = does.things if isinstance(does, i.Several) else (does,)
    return all(type(thing) in _VIEW for thing in things)


def sent_home(ui: Ui, pointer: str = "") -> Ui:
    """Bring home what a pointer holds, or every hand: a card is where it was, a slider shows its number again."""
    gone = tuple(held for held in ui.held if pointer in ("", held.pointer))
    for held in gone:
        if isinstance(held.node.does, Slide):
            ui = replace(ui, slides=with_pair(ui.slides, held.node.does.key, None))
        ui = ui.rested() if held.plan else ui
    return replace(ui, held=tuple(held for held in ui.held if held not in gone)) if gone else ui


def _several(ui: Ui, does: i.Several) -> Step:
    effects: Effects = ()
    for thing in does.things:
        ui, more = press(ui, thing)
        effects += more
    return ui, effects


def _edit(ui: Ui, does: i.EditField) -> Step:
    if ui.editing is not None and ui.editing.key == does.key:
        return replace(ui, editing=replace(ui.editing, touch=ui.editing.touch or ui.finger)), ()
    left, effects = leave(ui)
    end = len(does.text)
    editing = Editing(
        does.key, does.text, end, end, does.limit, does.lines, does.live, does.commit, does.slot,
        start=does.text, saved=does.text, touch=ui.finger,
    )  # fmt: skip
    return replace(left, editing=editing), effects


def leave(ui: Ui) -> Step:
    """Leave the field being typed in, if any: its text is committed, or stays in the view, as one too long does."""
    editing = ui.editing
    if editing is None:
        return ui, ()
    if editing.text == editing.start and editing.key not in dict(ui.texts):
        return replace(ui, editing=None), ()
    kept = replace(ui, editing=None, texts=with_pair(ui.texts, editing.key, editing.text))
    if editing.commit is not None and too_long(editing):
        facts = (("n", too_long(editing)), ("limit", editing.limit))
        return kept, (i.KeepDraft(editing.key, editing.text), i.Tell("field.long", facts))
    if editing.commit is not None:
        return kept, (i.Commit(editing.key, filled(editing.commit, editing.slot, editing.text)),)
    return kept, () if editing.live or editing.saved == editing.text else (i.KeepDraft(editing.key, editing.text),)


def filled(command: Gesture, slot: str, value: object) -> Gesture:
    """Give a frozen command with one field set."""
    known = {field.name for field in fields(cast(Any, command))}
    if slot not in known:
        message = f"{type(command).__name__} has no field {slot}"
        raise TypeError(message)
    changed: Gesture = replace(cast(Any, command), **{slot: value})
    return changed


def settled(ui: Ui, key: str) -> Ui:
    """Forget a field's or a slider's own value: the session now holds it."""
    return replace(ui, texts=with_pair(ui.texts, key, None), slides=with_pair(ui.slides, key, None))


def _forget(ui: Ui, does: i.ForgetText) -> Step:
    """Forget a text of the view, and its draft."""
    left, effects = leave(ui)
    known = does.key in dict(left.texts)
    return settled(left, does.key), (*effects, i.KeepDraft(does.key, "")) if known else effects


def _screen(ui: Ui, does: i.OpenScreen) -> Ui:
    return replace(ui, screen=does.screen, menu=False, dialog="", about="", spotlight="", choice=None)


def _dialog(ui: Ui, does: i.OpenDialog) -> Ui:
    return replace(ui, dialog=does.dialog, about=does.about, menu=False)


def close_top(ui: Ui) -> Ui:
    """Close the topmost layer."""
    if ui.choice is not None:
        return replace(ui, choice=None)
    if ui.spotlight:
        return replace(ui, spotlight="")
    if ui.dialog:
        key = ui.pending.key if ui.pending is not None else ""
        after = ui.about if ui.dialog == "scale" else ""  # asked at the very first opening: the first steps come next
        return replace(settled(ui, key), dialog=after, about="", pending=None)
    return replace(ui, menu=False)


def _scroll(ui: Ui, does: i.ScrollBy) -> Ui:
    return replace(ui, scrolls=with_pair(ui.scrolls, does.key, max(0, ui.scroll(does.key) + does.by)))


def _scale(ui: Ui, does: SetScale) -> Ui:
    percent, reading = max(100, min(300, does.percent)), max(100, min(LARGEST, does.reading))
    return replace(ui, percent=percent, reading=reading)


def _tally(ui: Ui, does: Tally) -> Ui:
    return replace(ui, texts=with_pair(ui.texts, does.key, added(ui.text(does.key), does.name, does.by)))


def _spoken(ui: Ui, lang: str) -> Ui:
    """Speak another language; what was said in the last one of what was done is no longer shown."""
    toast = None if ui.toast is not None and ui.toast.tone == "done" else ui.toast
    return replace(ui, lang=lang, told=Told(), toast=toast)


def _led(ui: Ui, **changed: Any) -> Ui:
    lead: Leading = replace(ui.lead, **changed)
    return replace(ui, lead=lead)


_VIEW: dict[type, Callable[[Ui, Any], Ui]] = {
    i.OpenScreen: _screen,
    i.OpenDialog: _dialog,
    i.CloseTop: lambda ui, _: close_top(ui),
    i.ToggleMenu: lambda ui, _: replace(ui, menu=not ui.menu),
    i.SelectTab: lambda ui, does: replace(ui, tabs=with_pair(ui.tabs, does.strip, does.tab)),
    Practise: lambda ui, _: replace(ui, tabs=with_pair(ui.tabs, FIRST, "laid")),
    i.Spotlight: lambda ui, does: replace(ui, spotlight=does.card),
    SetScale: _scale,
    SetLanguage: lambda ui, does: _spoken(ui, does.lang),
    SetLooks: lambda ui, does: replace(ui, reduced=does.reduced, palette=does.palette),
    SetBars: lambda ui, does: replace(ui, low=does.low),
    i.SetText: lambda ui, does: replace(ui, texts=with_pair(ui.texts, does.key, does.text)),
    SlideBy: lambda ui, does: replace(
        ui, slides=with_pair(ui.slides, does.key, does.to(ui.slide(does.key, does.start)))
    ),
    Tally: _tally,
    i.ScrollBy: _scroll,
    i.MoveCamera: lambda ui, does: replace(ui, camera=does.camera, afoot=None),
    i.Choice: lambda ui, does: replace(ui, choice=does),
    TurnPage: lambda ui, _: turned(ui),
    ShowRoom: lambda ui, does: _led(ui, shown=does.dialog),
    Blacken: lambda ui, _: _led(ui, black=not ui.lead.black),
    RaiseHand: lambda ui, does: replace(ui, lead=raised(ui.lead, does.seat)),
    Speak: lambda ui, does: replace(ui, lead=speaking(ui.lead, does.seat, ui.now)),
}
