"""Hands: a pointer comes down, moves, comes up. Each holds at most one thing; two fingers hold two."""

from __future__ import annotations

from dataclasses import replace

from game.view import editing as typing
from game.view.box import Box
from game.view.gestures import Meaning, Rules
from game.view.hands import under
from game.view.input import PointerDown, PointerMove, PointerUp
from game.view.intents import Camera, Choice, Commit, EditField, Pan, Slide
from game.view.node import Node, cut, in_sight, top_layer
from game.view.pressing import Effects, Step, filled, leave, press
from game.view.ui import THRESHOLD, Held, Target, Ui, with_pair

ZOOM = (1.0, 6.0)


def down(ui: Ui, tree: Node, session: object, event: PointerDown) -> Step:
    """Take hold of what lies under a pointer."""
    path = under(tree, event.x, event.y)
    node = next((node for node in reversed(path) if node.acts or "disabled" in node.states), None)
    node = node if node is not None and node.acts else None  # what is greyed hides what lies under it
    ui, effects = _leaving(ui, node)
    ui = replace(ui, toast=None if ui.toast is not None and ui.toast.tone == "refused" else ui.toast)
    scroller = next((n.scrolls for n in reversed(path) if n.scrolls is not None and n.scrolls.reach > 0), None)
    if node is None:
        if scroller is None:
            return ui, effects
        node = next(n for n in reversed(path) if n.scrolls is scroller)
    start = (event.x, event.y)
    origin: object = node.does.seen if isinstance(node.does, Pan) else None
    if origin is None and scroller is not None and node.drags is None:
        origin = (scroller, min(scroller.reach, ui.scroll(scroller.key)))
    held = Held(event.pointer, node, start, start, session, origin=origin)
    others = tuple(h for h in ui.held if h.pointer != event.pointer and h.node.key != node.key)
    ui = replace(ui, held=(*others, held), focus=node.key if node.acts else ui.focus, focus_seen=False)
    return _touch(ui, node, event.x, event.y), effects


def _leaving(ui: Ui, node: Node | None) -> Step:
    stays = node is not None and ui.editing is not None and node.key == ui.editing.key
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


def move(ui: Ui, tree: Node, session: object, event: PointerMove, rules: Rules) -> Ui:
    """Follow a pointer that holds something."""
    held = next((h for h in ui.held if h.pointer == event.pointer), None)
    if held is None:
        return ui
    now = (event.x, event.y)
    if not held.dragging:
        far = max(abs(now[0] - held.start[0]), abs(now[1] - held.start[1]))
        if far <= THRESHOLD * max(1.0, min(tree.box.w / 1920, tree.box.h / 1080)):
            return ui
        held = lift(held, tree, session, rules, ui.lang)
    held = replace(held, now=now, over=_over(held, now))
    ui = replace(ui, held=tuple(held if h.pointer == held.pointer else h for h in ui.held))
    return _dragged(ui, tree, held)


def _dragged(ui: Ui, tree: Node, held: Held) -> Ui:
    if held.node.drags is not None:
        return ui
    dx, dy = held.now[0] - held.start[0], held.now[1] - held.start[1]
    if isinstance(held.origin, Camera) and isinstance(held.node.does, Pan):
        return replace(ui, camera=panned(held.origin, held.node.does.box, dx, dy))
    if isinstance(held.node.does, Slide | EditField):
        fresh = tree.find(held.node.key) or held.node
        return _touch(ui, fresh, *held.now, select=True)
    if isinstance(held.origin, tuple):
        scroller, was = held.origin
        by = was - (dx if scroller.axis == "x" else dy)
        return replace(ui, scrolls=with_pair(ui.scrolls, scroller.key, max(0, min(scroller.reach, by))))
    return ui


def panned(camera: Camera, box: Box, dx: float, dy: float) -> Camera:
    """Give the camera after dragging the map by pixels; the plan never leaves the window's middle."""
    x = camera.x - dx / max(1.0, box.w * camera.zoom)
    y = camera.y - dy / max(1.0, box.h * camera.zoom)
    return Camera(max(0.0, min(1.0, x)), max(0.0, min(1.0, y)), camera.zoom)


def zoomed(camera: Camera, by: int, least: float = ZOOM[0]) -> Camera:
    """Give the camera after a number of wheel notches, from `least` (the whole plan); it stops at zoom 1 on its way."""
    was = max(least, camera.zoom)
    zoom = max(least, min(ZOOM[1], was * 1.25**by))
    zoom = 1.0 if min(was, zoom) < 1.0 < max(was, zoom) else zoom
    return Camera(zoom=least) if zoom == least else replace(camera, zoom=zoom)


def lift(held: Held, tree: Node, session: object, rules: Rules, lang: str) -> Held:
    """Start a drag: what may be dropped where is asked of the rules once, here."""
    found = targets_of(held.node.drags, tree, session, rules, lang) if held.node.drags is not None else ()
    legal = tuple(target for target in found if target.meaning)
    barred = tuple(target for target in found if not target.meaning)
    held = replace(held, dragging=True, targets=legal, barred=barred, session=session)
    return replace(held, over=_over(held, held.now))


def targets_of(thing: object, tree: Node, session: object, rules: Rules, lang: str) -> tuple[Target, ...]:
    """Give the nodes where a drop means something, in reading order; what a scrolled list or the plan hides is cut.

    Those where the rules refuse all it could mean come too, with no meaning.
    """
    found = []
    for node, clip in in_sight(top_layer(tree), tree.box):
        box, shape = node.box.meet(clip), cut(node.shape, clip)
        if node.accepts is None or not (box.w and box.h) or (node.shape and not shape):
            continue
        meant = rules.meanings(session, thing, node.accepts, lang)
        legal = tuple(meaning for meaning in meant if not rules.refused(session, meaning.command))
        if legal:
            found.append(Target(node.key, node.name, box, legal, legal[0].tone, legal[0].why, shape))
        elif meant:
            found.append(Target(node.key, node.name, box, (), shape=shape))
    return tuple(found)


def _over(held: Held, point: tuple[int, int]) -> int:
    """Give the last target under a point, the one painted on top; none if what refuses lies on it there."""
    x, y = point
    over = max((i for i, target in enumerate(held.targets) if target.holds(x, y)), default=-1)
    if over >= 0 and any(bar.holds(x, y) and held.targets[over].box.covers(bar.box) for bar in held.barred):
        return -1
    return over


def up(ui: Ui, tree: Node, session: object, event: PointerUp, rules: Rules) -> Step:
    """Let go: a drop, or a press if the pointer has hardly moved."""
    held = next((h for h in ui.held if h.pointer == event.pointer), None)
    if held is None:
        return ui, ()
    free = replace(ui, held=tuple(h for h in ui.held if h.pointer != event.pointer))
    if isinstance(held.node.does, Slide):
        return free, slid(free, held.node.does)
    if held.dragging:
        if held.node.drags is None:
            return free, ()
        held = replace(held, over=_over(held, (event.x, event.y)), now=(event.x, event.y))
        return drop(free, tree, session, held, rules)
    if held.node.holds(event.x, event.y) and not isinstance(held.node.does, Pan | None):
        return press(free, held.node.does)
    return free, ()


def slid(ui: Ui, slide: Slide) -> Effects:
    """Give what a slider does when it is let go."""
    value = ui.slide(slide.key, slide.now)
    if slide.commit is None or value == slide.now:
        return ()
    return (Commit(slide.key, filled(slide.commit, slide.slot, value)),)


def drop(ui: Ui, tree: Node, session: object, held: Held, rules: Rules) -> Step:
    """Drop a thing: do what it means there, ask if it means several things, or let the rules say why not."""
    if held.over >= 0:
        meaning = held.targets[held.over].meaning
        return decided(ui, meaning if isinstance(meaning, tuple) else ())
    path = under(tree, *held.now)
    for node in reversed(path):
        if node.accepts is not None and node.key != held.node.key:
            meant = rules.meanings(session, held.node.drags, node.accepts, ui.lang)
            if meant:
                return ui, (meant[0].command,)
    return ui, ()


def decided(ui: Ui, meanings: tuple[Meaning, ...]) -> Step:
    """Do the only meaning, unless it is to be asked, or ask which."""
    if len(meanings) == 1 and not meanings[0].asks:
        return ui, (meanings[0].command,)
    answers = tuple((meaning.name, meaning.command) for meaning in meanings)
    return (replace(ui, choice=Choice("choice.drop", (), answers)), ()) if answers else (ui, ())
