"""Hands: a pointer comes down, moves, comes up. Each holds at most one thing; two fingers hold two."""

from __future__ import annotations

from dataclasses import replace

from game.core.moves.issues import MoveIssue, PlaceIssue
from game.core.moves.levers import MoveLever, PlaceLever
from game.core.session import Session
from game.view.answer import editing as typing
from game.view.answer.alike import alike, doubled
from game.view.answer.gesture import Gesture
from game.view.answer.gestures import Meaning, Rules
from game.view.answer.input import Hover, PointerDown, PointerMove, PointerUp, threshold
from game.view.answer.intents import Choice, CloseTop, Commit, EditField, Pan, Strike
from game.view.answer.landing import asked, barred, choices, landing, over
from game.view.answer.plan import joined, moved_plan, plan_of
from game.view.answer.pressing import Effects, Step, filled, leave, press, sent_home
from game.view.answer.pulling import Pull, aimed
from game.view.answer.sliding import Slide
from game.view.answer.touch import beside_writing, closing, swiped
from game.view.answer.ui import Held, Ui, with_pair
from game.view.tree.node import Node, Scroller, board_of, list_of, top_layer, under, wordless


def down(ui: Ui, tree: Node, session: Session | None, event: PointerDown, seen: Node) -> Step:
    """Take hold of what lies under a pointer in the frame that was seen, if it still means the same."""
    path = under(seen, event.x, event.y)
    node = next((node for node in reversed(path) if node.acts or "disabled" in node.states), None)
    node = node if node is not None and node.acts else None  # what is greyed hides what lies under it
    if event.again and doubled(ui.pressed, node, (event.x, event.y)):
        return ui, ()
    found = _now(tree, seen, node)
    if node is not None and found is None:
        return ui, ()
    ui = replace(ui, pressed=found, hovered="")
    # A finger may be a palm, or another's than who writes: it leaves a field as it is let go.
    ui, effects = _leaving(ui, found) if event.pointer == "mouse" else (ui, ())
    ui = replace(ui, toast=None if ui.toast is not None and ui.toast.tone == "refused" else ui.toast)
    scroller = next((n for n in reversed(path) if n.scrolls is not None and n.scrolls.reach > 0), None)
    bare = path[-1] if path and (event.pointer != "mouse" or closing(path[-1])) else None
    node = found or scroller or bare
    if node is None:
        return ui, effects
    pulls = scroller.scrolls.key if scroller is not None and scroller.scrolls is not None else ""
    pulls = pulls if node.drags is None or event.pointer != "mouse" else ""  # a mouse lifts a card whatever its way
    start = (event.x, event.y)
    grip = ((event.x - node.box.x) / max(1, node.box.w), (event.y - node.box.y) / max(1, node.box.h))
    held = Held(event.pointer, node, start, start, session, grip=grip, pulls=pulls, touched=ui.room)
    held = replace(held, plan=plan_of(path, node))
    others = tuple(h for h in ui.held if h.pointer != event.pointer and (h.node.key != node.key or held.plan))
    ui = replace(ui, held=joined(others, held, tree), focus=node.key if node.acts else ui.focus, focus_seen=False)
    return _touch(ui, node, event.x, event.y), effects


def _now(tree: Node, seen: Node, node: Node | None) -> Node | None:
    """Give what a node that was seen is now, if it can still be reached and means the same."""
    if node is None or tree is seen:
        return node
    found = top_layer(tree).find(node.key)
    return found if alike(node, found) else None


def _leaving(ui: Ui, node: Node | None) -> Step:
    does, editing = node.does if node is not None else None, ui.editing
    stays = isinstance(does, Strike) or (
        isinstance(does, EditField) and editing is not None and does.key == editing.key
    )
    return (ui, ()) if stays else leave(ui)


def _touch(ui: Ui, node: Node, x: int, y: int, *, select: bool = False) -> Ui:
    """Answer at once: a slider follows, a caret is placed."""
    does = node.does
    if isinstance(does, Slide):
        return replace(ui, slides=with_pair(ui.slides, does.key, _slid(does, x)))
    if isinstance(does, EditField) and ui.editing is not None and ui.editing.key == does.key:
        return replace(ui, editing=typing.point(ui.editing, does.carets, x, y, select=select))
    return ui


def _slid(slide: Slide, x: int) -> int:
    share = (x - slide.track.x) / max(1, slide.track.w)
    steps = round(share * (slide.high - slide.low) / slide.step)
    return max(slide.low, min(slide.high, slide.low + steps * slide.step))


def hover(ui: Ui, seen: Node, event: Hover) -> Ui:
    """Note what the mouse lies on, where that shows no word: its name is told beside it (view/hands.py)."""
    node = next((node for node in reversed(under(seen, event.x, event.y)) if node.acts), None)
    key = node.key if node is not None and wordless(node) else ""
    return ui if key == ui.hovered else replace(ui, hovered=key)


def move(ui: Ui, tree: Node, session: Session | None, event: PointerMove, rules: Rules) -> Ui:
    """Follow a pointer that holds something."""
    was = next((h for h in ui.held if h.pointer == event.pointer), None)
    if was is None:
        return ui
    held = replace(was, now=(event.x, event.y), touched=ui.room)
    if not held.dragging:
        far = max(abs(event.x - held.start[0]), abs(event.y - held.start[1]))
        if far <= threshold((tree.box.w, tree.box.h)):
            return ui
        held = swiped(held, tree)
        held, ui = lift(held, tree, session, rules, ui.lang), replace(ui, pressed=None)
    ui = replace(ui, held=tuple(held if h.pointer == held.pointer else h for h in ui.held))
    return _dragged(ui, tree, held, was.now)


def _dragged(ui: Ui, tree: Node, held: Held, was: tuple[int, int]) -> Ui:
    """Pull what is not lifted, from where the pointer was: the board may have moved of itself since it came down."""
    if held.node.drags is not None:
        return ui
    dx, dy = held.now[0] - was[0], held.now[1] - was[1]
    if held.plan:
        return moved_plan(ui, tree, held, (dx, dy))
    node = top_layer(tree).find(held.node.key)
    if node is not None and isinstance(node.does, Slide | EditField):
        return _touch(ui, node, *held.now, select=True)
    box = list_of(tree, held.pulls) if held.pulls else None
    if box is None or box.scrolls is None:
        return ui
    return scrolled(ui, box.scrolls, -(dx if box.scrolls.axis == "x" else dy))


def scrolled(ui: Ui, scroller: Scroller, by: int) -> Ui:
    """Scroll a list by pixels, within its reach."""
    now = min(scroller.reach, ui.scroll(scroller.key))  # a list that got shorter is shown at its end
    return replace(ui, scrolls=with_pair(ui.scrolls, scroller.key, max(0, min(scroller.reach, now + by))))


def lift(held: Held, tree: Node, session: Session | None, rules: Rules, lang: str) -> Held:
    """Start a drag: what may be dropped on each spot is asked of the rules."""
    held = replace(held, dragging=True)
    return ruled(held, tree, session, rules, lang) if held.node.drags is not None else held


def ruled(held: Held, tree: Node, session: Session | None, rules: Rules, lang: str) -> Held:
    """Ask the rules about the spots of a tree."""
    return replace(asked(held, board_of(tree), session, rules, lang), board=board_of(tree))


def up(ui: Ui, tree: Node, event: PointerUp, seen: Node) -> Step:
    """Let go: a drop, or a press if the pointer has hardly moved."""
    held = next((h for h in ui.held if h.pointer == event.pointer), None)
    if held is None:
        return ui, ()
    others = tuple(h for h in ui.held if h is not held)
    free = replace(ui, held=others, finger=held.pointer.startswith("finger"))
    node = top_layer(tree).find(held.node.key)
    if isinstance(held.node.does, Slide):
        slide = node.does if node is not None else None
        if not isinstance(slide, Slide):
            return sent_home(ui, held.pointer), ()
        return free, slid(free, replace(slide, now=held.node.does.now))
    if held.dragging:
        if held.node.drags is None:
            moves = any(other.plan for other in free.held)  # another finger goes on with the plan
            return _let_go(free if moves else free.rested(), node, held, event)
        return drop(free, replace(held, now=(event.x, event.y)), seen)
    if node is None or not alike(held.node, node) or not _lies(seen, node.key, event.x, event.y):
        return free, ()
    taps = node.does.taps if isinstance(node.does, Pan) else None
    if isinstance(taps, Pull):
        return free, (_aimed_at(taps, held.start, (event.x, event.y)),)
    return _pressed(free, node)


def _pressed(ui: Ui, node: Node) -> Step:
    """Press a node, or beside what a press there closes."""
    does = CloseTop() if closing(node) else None if "disabled" in node.states else node.does
    return press(ui, does) if does is not None else leave(ui)


def _let_go(ui: Ui, node: Node | None, held: Held, event: PointerUp) -> Step:
    """Let go of what follows a hand over the plan; what was there no longer is left alone."""
    pull = node.does if node is not None and alike(held.node, node) else None
    return (ui, (_aimed_at(pull, held.start, (event.x, event.y)),)) if isinstance(pull, Pull) else (ui, ())


def _aimed_at(pull: Pull, start: tuple[int, int], now: tuple[int, int]) -> Gesture:
    """Give the command of a pointer that came down at one pixel of the plan and is let go at another."""
    spot = aimed(pull, *now)[1]
    if pull.whole:
        (x, y), (to_x, to_y) = pull.lens.spot(*start), pull.lens.spot(*now)
        spot = (to_x - x, to_y - y)
    return filled(pull.command, pull.slot, spot)


def _lies(seen: Node, key: str, x: int, y: int) -> bool:
    """Tell whether a node lies under a point in the frame that was seen."""
    node = top_layer(seen).find(key)
    return node is not None and node.holds(x, y)


def slid(ui: Ui, slide: Slide) -> Effects:
    """Give what a slider does when it is let go."""
    value = ui.slide(slide.key, slide.now)
    if slide.commit is None or value == slide.now:
        return ()
    return (Commit(slide.key, filled(slide.commit, slide.slot, value)),)


def drop(ui: Ui, held: Held, seen: Node) -> Step:
    """Drop a thing on the frame that was seen: do what it means there, ask if it means several, or be refused."""
    found = landing(held, board_of(seen))
    target = over(held, found)
    if target is not None:
        return beside_writing(ui, lambda ui: decided(ui, choices(target)))
    bar = barred(held, found)
    return (ui, (bar.ruling.meant[0].command,)) if bar is not None and bar.key != held.node.key else (ui, ())


def decided(ui: Ui, meant: tuple[Meaning, ...]) -> Step:
    """Do the only meaning, unless it is to be asked, or ask which; while another hand is asked, this one goes home."""
    if len(meant) == 1 and not meant[0].asks:
        return press(ui, meant[0].command)
    answers = tuple((meaning.name, meaning.command) for meaning in meant)
    asked = {_ASKED.get(type(meaning.command), "choice.drop") for meaning in meant}
    ask = asked.pop() if len(meant) > len(asked) == 1 else "choice.drop"
    return (replace(ui, choice=Choice(ask, (), answers)), ()) if ui.choice is None else (ui, ())


_ASKED: dict[type, str] = {
    PlaceIssue: "choice.family", MoveIssue: "choice.family", PlaceLever: "choice.issue", MoveLever: "choice.issue",
}  # fmt: skip
"""What is asked where a drop has several meanings that are all of one kind."""
