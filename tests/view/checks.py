"""What every screen must hold, whatever it shows. `faults(tree, measure)` lists every breach as a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, permutations

from game.view.answer.looks import SetLanguage
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.legibility import largest
from game.view.tree.looks import Fill, Icon, Words
from game.view.tree.node import Node, grounds, titles, top_layer
from game.view.tree.sight import Measure


def sound(tree: Node, measure: Measure, percent: int = 100) -> None:
    """Fail with every breach found in a tree."""
    found = faults(tree, measure, percent)
    assert not found, "\n".join(found)


def faults(tree: Node, measure: Measure, percent: int = 100) -> list[str]:
    """List the breaches of a tree built at a text scale."""
    percent = min(percent, largest((tree.box.w, tree.box.h)))
    unit = min(min(tree.box.w, tree.box.h) / 1080, max(tree.box.w, tree.box.h) / 1920)
    found = [*_keys(tree), *_names(tree), *_targets(tree, unit), *_overlaps(tree), *_unseen(tree, theme.PAPER)]
    found += cuts(tree, measure) + crossed(tree, measure) + _untitled(tree) + _other_tongues(tree)
    bars = {id(kid) for node in tree.walk() if "bar" in node.states for kid in node.walk()}
    for node, clip in _in_sight(tree):
        grown = 100 if id(node) in bars else percent
        found += [fault for mark in node.look if isinstance(mark, Words) for fault in _faint(node, mark)]
        found += [fault for mark in node.look if isinstance(mark, Words) for fault in _small(node, mark, unit, grown)]
        found += _inside(node, clip) if clip is not None else []
    return found


def _in_sight(tree: Node) -> Iterator[tuple[Node, Box | None]]:
    """Give each node that is not a hand's, with the box it must stay in (none below a scrolled list)."""
    stack: list[tuple[Node, Box | None]] = [(tree, None)]
    while stack:
        node, clip = stack.pop()
        if "ghost" in node.states:
            continue
        yield node, clip
        free = "clips" in node.states
        stack.extend((kid, None if free else node.box) for kid in node.kids)


def _keys(tree: Node) -> list[str]:
    counts = Counter(node.key for node in tree.walk() if "ghost" not in node.states)
    return [f"{key}: {count} nodes have this key" for key, count in counts.items() if count > 1 and not _held(tree)]


def _held(tree: Node) -> bool:
    return any("lifted" in node.states for node in tree.walk())


def _names(tree: Node) -> list[str]:
    return [f"{node.key}: acts without a name" for node in tree.walk() if node.acts and not node.name.strip()]


def _untitled(tree: Node) -> list[str]:
    """List the screens and dialogs that no heading names: the first one there is of level 1 (table/access.py)."""
    named = titles(tree)
    there = grounds(tree) if tree.kids and tree.kids[0].key == "board" else ()
    return [f"{one.key}: no heading names it" for one in there if not named & {node.key for node in one.walk()}]


def _other_tongues(tree: Node) -> list[str]:
    """List the buttons named in the language they set that do not say so."""
    spoken = [node for node in tree.walk() if isinstance(node.does, SetLanguage)]
    return [f"{node.key}: its name is in another language" for node in spoken if node.lang != node.does.lang]


def _targets(tree: Node, unit: float) -> list[str]:
    least = round(theme.TARGET * unit) - 1
    return [
        f"{node.key}: a target of {node.box.w}×{node.box.h}"
        for node in tree.walk()
        if node.acts and min(node.box.w, node.box.h) < least
    ]


def cuts(tree: Node, measure: Measure) -> list[str]:
    """List the texts that are cut, or overrun their box by more than rounded sizes leave."""
    marks = ((node, mark) for node, _ in _in_sight(tree) for mark in node.look if isinstance(mark, Words))
    return [fault for node, mark in marks for fault in _cut(node, mark, measure)]


def _cut(node: Node, mark: Words, measure: Measure) -> list[str]:
    found = []
    if node.role not in ("field", "area"):
        widest = max((measure.width(line, mark.px, bold=mark.bold) for line in mark.lines), default=0)
        if widest > mark.box.w + 2:
            found.append(f"{node.key}: {mark.lines} is {widest:.0f} px wide in {mark.box.w}")
        if mark.step * len(mark.lines) > mark.box.h + 2 or not node.box.inset(-2).covers(mark.box):
            found.append(f"{node.key}: {mark.lines} overruns its box")
    if mark.lines and mark.lines[-1].endswith("…") and not node.name.endswith("…"):
        found.append(f"{node.key}: {mark.lines} is cut")
    return found


def crossed(tree: Node, measure: Measure) -> list[str]:
    """List the texts of a node that are written over one another, or over an icon of it."""
    found = []
    for node, _ in _in_sight(tree):
        marks = [(mark.lines, _written(mark, measure)) for mark in node.look if isinstance(mark, Words) and mark.lines]
        marks += [(mark.name, mark.box.inset(3)) for mark in node.look if isinstance(mark, Icon)]
        found += [
            f"{node.key}: {one} is written over {other}"
            for (one, box), (other, under) in combinations(marks, 2)
            if not (isinstance(one, str) and isinstance(other, str)) and _deep(box.meet(under))
        ]
    return found


ROUGH = 2
"""Pixels that rounded sizes leave."""


def _deep(both: Box) -> bool:
    return min(both.w, both.h) > ROUGH


def _written(mark: Words, measure: Measure) -> Box:
    """Give the box of the ink of a text: without the room that lines leave over and under it."""
    wide = round(max(measure.width(line, mark.px, bold=mark.bold) for line in mark.lines))
    over, left = mark.step // 5, {"left": 0, "right": mark.box.w - wide, "centre": (mark.box.w - wide) // 2}[mark.align]
    return Box(mark.box.x + left, mark.box.y + over, wide, max(1, len(mark.lines) * mark.step - 2 * over))


def _faint(node: Node, mark: Words) -> list[str]:
    if not mark.back:
        return []
    ratios = {palette: theme.contrast(mark.colour, mark.back, palette) for palette in theme.PALETTES}
    return [
        f"{node.key}: {mark.lines} has a contrast of {ratio:.1f} ({palette})"
        for palette, ratio in ratios.items()
        if ratio < 4.5
    ]


EDGED = ("field", "area", "meter", "slider")
"""Roles whose edge alone says that one may act there."""


def _unseen(node: Node, back: str) -> list[str]:
    """List what is told by a mark too near in colour to what it lies on: fields, and what is selected (WCAG 1.4.11)."""
    fills = [mark for mark in node.look if isinstance(mark, Fill)]
    told = node.role in EDGED or ("selected" in node.states and node.acts)
    found = []
    if told and fills and "ghost" not in node.states:
        seen = {name: max(_apart(mark, back, name) for mark in fills) for name in theme.PALETTES}
        found = [f"{node.key}: its edge has a contrast of {ratio:.1f} ({name})"
                 for name, ratio in seen.items() if ratio < theme.MARK]  # fmt: skip
    whole = [mark.colour for mark in fills if mark.box == node.box and len(theme.shown(mark.colour)) == len("#RRGGBB")]
    under = whole[-1] if whole else back
    return found + [fault for kid in node.kids for fault in _unseen(kid, under)]


def _apart(mark: Fill, back: str, palette: str) -> float:
    named = [colour for colour in (mark.colour, mark.border) if colour and len(theme.shown(colour)) == len("#RRGGBB")]
    return max((theme.contrast(colour, back, palette) for colour in named), default=1.0)


def _small(node: Node, mark: Words, unit: float, percent: int) -> list[str]:
    least = round(theme.TEXT * unit * percent / 100) - 1
    return [f"{node.key}: {mark.lines} at {mark.px} px"] if mark.px < least else []


def _overlaps(tree: Node) -> list[str]:
    """Compare siblings that act, and those below them, within the topmost layer."""
    found = []
    for node in top_layer(tree).walk():
        acting = [kid for kid in node.kids if kid.acts]
        for i, one in enumerate(acting):
            found += [
                f"{one.key} overlaps {two.key}"
                for two in acting[i + 1 :]
                if one.box.meets(two.box) and not (one.shape and two.shape)
            ]
    return found


def _inside(node: Node, clip: Box) -> list[str]:
    return [] if clip.inset(-2).covers(node.box) else [f"{node.key}: {node.box} lies outside {clip}"]


def lost(tree: Node, focus: str) -> list[str]:
    """Tell whether the focus is on something that nobody can act on, or that is not there."""
    if not focus or top_layer(tree).find(focus) is not None:
        return []
    return [f"the focus is on {focus}, which is not there"]


def beneath(tree: Node) -> tuple[Node, ...]:
    """Give what would act, or take what is dropped, if no dialog lay over it."""
    lower = grounds(tree)[:-1]
    return tuple(node for ground in lower for node in ground.walk() if node.acts or node.accepts is not None)


def seams(tree: Node, model: Node) -> list[str]:
    """List the boxes that meet in a screen's model and are a pixel or two apart here, or over one another."""
    there = dict(_between(tree))
    gaps = ((pair, there[pair]) for pair, gap in _between(model) if gap == 0 and pair in there)
    return [f"{' and '.join(pair[:2])}: {gap} pixels between them" for pair, gap in gaps if 0 < abs(gap) <= 2]


Pair = tuple[str, str, str]
"""Two boxes and which side of the first the second one is on."""


def _between(tree: Node) -> Iterator[tuple[Pair, int]]:
    """Give the pixels between the boxes beside one another in a group that is not scrolled; below 0 they overlap."""
    for node in tree.walk():
        kids = [] if "clips" in node.states else [kid for kid in node.kids if "ghost" not in kid.states]
        for one, other in permutations(kids, 2):
            if one.box.y < other.box.bottom and other.box.y < one.box.bottom:
                yield (one.key, other.key, "right"), other.box.x - one.box.right
            if one.box.x < other.box.right and other.box.x < one.box.right:
                yield (one.key, other.key, "below"), other.box.y - one.box.bottom
