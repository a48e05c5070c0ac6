"""One input, one next view: `update(ui, tree, session, input, rules) -> (ui, effects)`. Pure."""

from __future__ import annotations

from dataclasses import replace

from game.core.session import Session
from game.core.signs import on_one_line, readable
from game.view.answer import editing as typing
from game.view.answer import input as given
from game.view.answer import keys, pointers, turning
from game.view.answer.focus import written
from game.view.answer.gestures import Rules
from game.view.answer.intents import Commit, EditField, KeepDraft, Pan, Strike, Tell
from game.view.answer.landing import landing
from game.view.answer.plan import zoomed
from game.view.answer.pressing import Effects, Step, filled, leave, press, sent_home
from game.view.answer.reasons import asked
from game.view.answer.sliding import Slide
from game.view.answer.ui import Held, Ui, with_pair
from game.view.tree.node import Node, at, board_of, top_layer

NOTCH = 90
"""Pixels a wheel's notch scrolls, at 1080p."""
RESTS = 2
"""Seconds, begun ones counted, after which arrows that moved a slider are at rest: held down, they are one gesture."""
PAGE, CAPITALS = "keys:page", "capitals"
"""The tab that keeps which keys stand on the screen, and the page that lasts one letter."""
ASSISTED = given.Press | given.FocusOn | given.SetValue | given.Select
"""What assistive tools ask."""
STILL = 60
"""Seconds after which a finger that does not stir is no longer believed to be there."""


def update(
    ui: Ui, tree: Node, session: Session | None, event: given.Input, rules: Rules, seen: Node | None = None
) -> Step:
    """Answer an input: the next view and its effects (core commands, and requests of view/intents.py).

    `seen` is the frame the hands saw when they acted, if it is not the tree of now: what lay under a pointer is read
    there. What is held is first held against the session: if it changed under a card, the rules are asked again, and a
    card that is no longer there has gone home.
    """
    if isinstance(event, given.Hover):
        return pointers.hover(ui, seen or tree, event), ()
    ui = _heard(refresh(ui, tree, session, rules), tree, event)
    nudged = () if _nudges(ui, event) else nudges(ui, tree)
    seen = seen if seen is not None and seen.box == tree.box else tree  # points are of the window as it is now
    after, effects = _answered(_keyed(ui, event), tree, session, event, rules, seen)
    if effects and isinstance(effects[-1], Strike):
        after, effects = _struck(after, tree, session, effects[-1], rules)
    return asked((after, (*nudged, *effects)), session)


def _keyed(ui: Ui, event: given.Input) -> Ui:
    """Put away the keys on the screen once real ones are used; what a tool presses no finger does."""
    if not isinstance(event, given.Key | given.Typed):
        return replace(ui, finger=ui.finger and not isinstance(event, ASSISTED))
    editing = replace(ui.editing, touch=False) if ui.editing is not None and ui.editing.touch else ui.editing
    return replace(ui, finger=False, editing=editing)


def _struck(ui: Ui, tree: Node, session: Session | None, one: Strike, rules: Rules) -> Step:
    """Do what a key on the screen does: as a real one. A capital is followed by small letters."""
    if one.page is not None:
        return replace(ui, tabs=with_pair(ui.tabs, PAGE, one.page)), ()
    if one.key:
        return keys.key(ui, tree, session, given.Key(one.key), rules, tree)
    after, effects = _text(ui, tree, given.Typed(one.text))
    return replace(after, tabs=with_pair(after.tabs, PAGE, "")) if ui.tab(PAGE, "") == CAPITALS else after, effects


def _heard(ui: Ui, tree: Node, event: given.Input) -> Ui:
    """Let the instruction leave the podium at the first gesture, whatever it is."""
    node = tree.find("podium:now") if isinstance(event, given.PointerDown | given.Key) else None
    return ui if node is None else press(ui, node.does)[0]


def _nudges(ui: Ui, event: given.Input) -> bool:
    """Tell whether an input may go on moving a slider: an arrow, the time it takes, or a hand on its way."""
    if isinstance(event, given.Tick):
        return _room(ui, event) - ui.nudged < RESTS
    return isinstance(event, given.PointerMove | given.PointerUp) or (
        isinstance(event, given.Key) and event.name in keys.STRIDES
    )


def _room(ui: Ui, event: given.Tick) -> int:
    return ui.room + event.now - ui.now if event.room is None else event.room


def nudges(ui: Ui, tree: Node) -> Effects:
    """Give what a slider moved by arrows does, once the arrows rest (RESTS), or at any other input.

    Each press of an arrow is no gesture of its own, nor each second of one held down: undo would take back a few per
    cent. What other hands hold meanwhile changes nothing to it.
    """
    if any(held.node.key == ui.focus for held in ui.held):
        return ()
    node = tree.find(ui.focus) if ui.focus else None
    slide = node.does if node is not None and isinstance(node.does, Slide) else None
    if slide is None or slide.commit is None or slide.key not in dict(ui.slides):
        return ()
    return (Commit(slide.key, filled(slide.commit, slide.slot, ui.slide(slide.key, slide.now))),)


def _answered(ui: Ui, tree: Node, session: Session | None, event: given.Input, rules: Rules, seen: Node) -> Step:
    paged = turning.asked(ui, event, tree.box) if session is not None and _pages(ui) else None
    if paged is not None:
        left, effects = leave(ui) if paged.lead.page != ui.lead.page else (ui, ())
        return replace(paged, editing=left.editing, texts=left.texts), effects
    if isinstance(event, given.PointerMove):
        return pointers.move(ui, tree, session, event, rules), ()
    if isinstance(event, given.PointerDown):
        return pointers.down(ui, tree, session, event, seen)
    if isinstance(event, given.PointerUp):
        return pointers.up(ui, tree, event, seen)
    if isinstance(event, given.Key):
        return keys.key(ui, tree, session, event, rules, seen)
    return _other(ui, tree, session, event, rules)


def _pages(ui: Ui) -> bool:
    """Tell whether the facilitator's page may come here: over a session that is played, not where the room sees all."""
    return ui.screen == "play" and not ui.lead.room


def refresh(ui: Ui, tree: Node, session: Session | None, rules: Rules) -> Ui:
    """Hold what is held against a tree: its spots are asked about, and what is no longer there has gone home."""
    board = board_of(tree)
    if all(held.session is session and held.board is board and held.lang == ui.lang for held in ui.held):
        return ui
    held = tuple(h for old in ui.held for h in _again(old, tree, session, rules, ui.lang))
    return replace(ui, held=held)


def _again(held: Held, tree: Node, session: Session | None, rules: Rules, lang: str) -> tuple[Held, ...]:
    if held.node.drags is None:
        return (replace(held, session=session, board=board_of(tree), lang=lang),)
    node = tree.find(held.node.key)
    node = node if node is not None and node.drags == held.node.drags else None
    if held.session is not session and (node is None or held.pointer == "keys"):
        return ()
    held = replace(held, node=node or held.node)
    if held.dragging:
        return (pointers.ruled(held, tree, session, rules, lang),)
    return (replace(held, session=session, board=board_of(tree), lang=lang),)


def _other(ui: Ui, tree: Node, session: Session | None, event: given.Input, rules: Rules) -> Step:
    if isinstance(event, given.Tick):
        return tick(ui, event.now, _room(ui, event))
    if isinstance(event, given.Still):
        return ui.rested(), ()
    if isinstance(event, given.Typed | given.Composing):
        return _text(ui, tree, event)
    if isinstance(event, given.Wheel):
        return _wheel(ui, tree, event), ()
    if isinstance(event, given.PointerGone):
        return _gone(ui, event)
    if isinstance(event, ASSISTED):
        return _assisted(ui, tree, session, event, rules)
    return ui, ()


def _gone(ui: Ui, event: given.PointerGone) -> Step:
    """Take home what a pointer held; to who pressed a button too long, say how one presses."""
    held = next((one for one in ui.held if one.pointer == event.pointer), None)
    pressed = held is not None and not held.dragging and held.node.acts
    return sent_home(ui, event.pointer), (Tell("touch.slow"),) if event.slow and pressed else ()


def tick(ui: Ui, now: int, room: int) -> Step:
    """Pass the time: a text at rest for a second is kept as a draft, a sentence said long enough goes.

    A finger that has not stirred for long was taken away by the system without a word: what it held goes home.
    """
    for held in ui.held:
        if held.pointer not in ("mouse", "keys") and room - held.touched >= STILL:
            ui = sent_home(ui, held.pointer)
    toast = ui.toast if ui.toast is not None and ui.toast.until > room else None
    editing = ui.editing
    effects: Effects = ()
    if editing is not None and not editing.live and editing.text != editing.saved and room > editing.touched:
        effects = (KeepDraft(editing.key, editing.text),)
        editing = replace(editing, saved=editing.text)
    return replace(ui, now=now, room=room, toast=toast, editing=editing), effects


def _text(ui: Ui, tree: Node, event: given.Typed | given.Composing) -> Step:
    """Type; in a field that is only walked on, what is typed takes the place of what it holds."""
    node = written(ui, tree) if ui.editing is None else None
    if node is not None:
        ui = press(ui, node.does)[0]
        ui = replace(ui, editing=replace(ui.editing, anchor=0)) if ui.editing is not None and event.text.strip() else ui
    if ui.editing is None or (node is not None and not event.text.strip()):
        return ui, ()
    if isinstance(event, given.Composing):
        return replace(ui, editing=replace(ui.editing, composing=on_one_line(readable(event.text)))), ()
    after = typing.insert(ui.editing, event.text, ui.room)
    return keys.typed(ui, after), typing.told(after)


def _wheel(ui: Ui, tree: Node, event: given.Wheel) -> Ui:
    for node in reversed(at(top_layer(tree), event.x, event.y)):
        if isinstance(node.does, Pan):
            return replace(ui, afoot=zoomed(node.does.seen, event.by, node.does.most))
        if node.scrolls is not None and node.scrolls.reach > 0:
            return pointers.scrolled(ui, node.scrolls, round(-event.by * NOTCH * max(1.0, tree.box.h / 1080)))
    return ui


def _assisted(
    ui: Ui,
    tree: Node,
    session: Session | None,
    event: given.Press | given.FocusOn | given.SetValue | given.Select,
    rules: Rules,
) -> Step:
    node = top_layer(tree).find(event.key)
    held = next((h for h in ui.held if h.pointer == "keys"), None)
    onto = _onto(held, node, tree) if held is not None and node is not None and isinstance(event, given.Press) else ""
    if held is not None and onto:
        free = replace(ui, held=tuple(h for h in ui.held if h is not held))
        return pointers.drop(free, replace(held, over=onto), tree)
    if node is None or not node.acts:
        return ui, ()
    ui = replace(ui, focus=node.key, focus_seen=True)
    if isinstance(event, given.FocusOn):
        return ui, ()
    if isinstance(event, given.Press):
        return keys.activate(ui, tree, session, node, rules)
    if isinstance(node.does, EditField):
        return _written(press(ui, node.does), event)
    if isinstance(node.does, Slide) and isinstance(event, given.SetValue) and event.value.lstrip("-").isdigit():
        value = max(node.does.low, min(node.does.high, int(event.value)))
        ui = replace(ui, slides=with_pair(ui.slides, node.does.key, value))
        return ui, pointers.slid(ui, node.does)
    return ui, ()


def _onto(held: Held, node: Node, tree: Node) -> str:
    """Give what takes what the keys carry where a node is pressed, empty if nothing does.

    A card lies on what does, and its pin stands for it.
    """
    if node.accepts is not None or node.drags is None:
        return node.key if node.accepts is not None else ""
    found = landing(held, board_of(tree))
    spots = (found.under(*one.box.centre) for one in top_layer(tree).walk() if one.drags == node.drags)
    return next((target.key for target in spots if target is not None), "")


def _written(step: Step, event: given.SetValue | given.Select) -> Step:
    """Write a whole text in the field that was just entered, or select in it."""
    ui, effects = step
    assert ui.editing is not None
    size = len(ui.editing.text)
    if isinstance(event, given.Select):
        anchor, caret = (max(0, min(size, at)) for at in (event.anchor, event.caret))
        return replace(ui, editing=replace(ui.editing, anchor=anchor, caret=caret, composing="")), effects
    after = typing.insert(replace(ui.editing, anchor=0, caret=size), event.value, ui.room)
    return keys.typed(ui, after), (*effects, *typing.told(after))
