"""Text fields as data: where lines break, where the caret stands, what is selected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from game.core.frozen import dataclass
from game.view.answer.gesture import Gesture
from game.view.answer.intents import EditField
from game.view.answer.ui import Editing, Ui
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Line, Mark, Style, Words
from game.view.tree.node import Node
from game.view.tree.sight import ROUNDING, Sight

Row = tuple[int, int]
LONG = 200
"""Characters of a line from which only those in sight are painted."""
CLOSE = 5
"""The counter shows when less than this part of a field's room is left: a fifth."""
Carets = tuple[tuple[int, int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field to write in. `value` is what the session holds: what is being typed, or was refused, is shown instead.

    It takes `limit` characters, and counts them beside its name when there is little room left. `commit` is a frozen
    command whose field `slot` receives the text when the field is left; without it the text stays in the view.
    """

    key: str
    name: str
    value: str
    limit: int
    lines: bool = False
    live: bool = False
    commit: Gesture | None = None
    slot: str = "text"
    hint: str = ""
    wrong: bool = False
    titled: bool = True
    """Its name is written above its frame, inside the box it is given."""
    first: bool = False
    """Its dialog is there for it: the caret is in it as soon as the dialog opens."""


def field(s: Sight, ui: Ui, box: Box, made: Field) -> Node:
    """Give a text field."""
    key, lines = made.key, made.lines
    editing = ui.editing
    text = ui.text(key, made.value)
    mine = editing if editing is not None and editing.key == key else None
    marks: list[Mark] = []
    frame, count = box, _counted(s, text, made.limit, typed=mine is not None)
    wrong = made.wrong or _long(text, made.limit)
    if made.titled:
        head, frame = box.cut_top(titled(s, made.name, box.w), s.px(4))
        marks += _titled(s, head, made.name, count)
    edge, width = (
        (theme.INK, s.px(4)) if mine and not wrong else (theme.BAD, s.px(4)) if wrong else (theme.LINE, s.px(2))
    )
    marks.append(Fill(frame, theme.WHITE, s.px(8), edge, width))
    inner = frame.inset(s.px(14), s.px(6))
    if count is not None and not made.titled:
        inner = _counting(s, inner, count, marks)
    shown = _shown(text, mine)
    rows = flow(s, shown, inner.w) if lines else ((0, len(shown)),)
    top = inner.y if lines else inner.y + (inner.h - s.step(theme.BODY)) // 2
    carets = places(s, shown, rows, inner, top) if mine else ()
    slide = _slide(mine, carets, inner, lines=lines)
    carets = tuple((start, y - slide[1], tuple(x - slide[0] for x in xs)) for start, y, xs in carets)
    if shown or not made.hint:
        marks += _text(s, shown, rows, inner, top - slide[1], carets)
    else:
        hint = Style(theme.BODY, theme.QUIET, back=theme.WHITE)
        marks.append(s.words(Box(inner.x, top, inner.w, s.step(theme.BODY)), made.hint, hint))
    if mine:
        marks += _caret(s, mine, carets, inner)
    seen = tuple((start, top + i * s.step(theme.BODY) - slide[1]) for i, (start, _) in enumerate(rows))
    does = EditField(
        key, text, made.limit, lines, made.live, made.commit, made.slot, carets, rows=seen, picked=_picked(mine)
    )
    states = (*(("editing",) if mine else ()), *(("default",) if made.first else ()),
              *(("invalid",) if wrong else ()))  # fmt: skip
    role = "area" if lines else "field"
    return Node(role, key, made.name, box, tuple(marks), does, states, value=shown, hint=made.hint)


def titled(s: Sight, name: str, width: int) -> int:
    """Give the height of a field's name over its frame, in pixels: as many lines as it needs."""
    return s.tall(name, theme.TEXT, width + ROUNDING)


def _long(text: str, limit: int) -> bool:
    return 0 < limit < len(text)


def _counted(s: Sight, text: str, limit: int, *, typed: bool) -> tuple[str, str] | None:
    """Give the count of a field that is nearly full while it is typed in, or too long, and its colour."""
    near = typed and limit and (limit - len(text)) * CLOSE <= limit
    if not near and not _long(text, limit):
        return None
    return s.say("field.count", used=len(text), limit=limit), theme.BAD if len(text) >= limit else theme.INK_3


def _titled(s: Sight, head: Box, name: str, count: tuple[str, str] | None) -> list[Mark]:
    """Write the name, and the count on its right where both have room."""
    words: list[Mark] = []
    if count is not None:
        wide = s.width(count[0], theme.TEXT, bold=True)
        right, left = head.cut_right(wide, s.px(12))
        if s.width(name, theme.TEXT) <= left.w:
            head = left
            words.append(s.words(right, count[0], Style(ink=count[1], bold=True, align="right")))
    return [s.words(head, name, Style(ink=theme.INK_3)), *words]


def _counting(s: Sight, inner: Box, count: tuple[str, str], marks: list[Mark]) -> Box:
    """Write the count inside a frame that has no name above it, if there is room; give what is left for the text."""
    wide = s.width(count[0], theme.TEXT, bold=True)
    right, left = inner.cut_right(wide, s.px(12))
    if left.w < 2 * wide:
        return inner
    marks.append(s.words(right, count[0], Style(ink=count[1], bold=True, back=theme.WHITE, middle=True)))
    return left


def _shown(text: str, mine: Editing | None) -> str:
    if mine is None or not mine.composing:
        return text
    return text[: mine.caret] + mine.composing + text[mine.caret :]


def _picked(mine: Editing | None) -> tuple[int, int] | None:
    """Give the selection, in the text as it is shown: with what is being composed at the caret."""
    if mine is None:
        return None
    more = len(mine.composing)
    return mine.anchor + more * (mine.anchor >= mine.caret), mine.caret + more


def flow(s: Sight, text: str, width: int) -> tuple[Row, ...]:
    """Break a text at spaces into rows of at most `width` pixels: (start, end) in the text, nothing lost."""
    rows: list[Row] = []
    start = 0
    for paragraph in text.split("\n"):
        rows.extend(_paragraph(s, paragraph, start, width))
        start += len(paragraph) + 1
    return tuple(rows)


def _paragraph(s: Sight, text: str, offset: int, width: int) -> list[Row]:
    rows: list[Row] = []
    start = 0
    while (end := _fits(s, text, start, width)) < len(text):
        space = text.rfind(" ", start + 1, end + 1)
        end = space + 1 if space > start else end
        rows.append((offset + start, offset + end))
        start = end
    return [*rows, (offset + start, offset + len(text))]


def _fits(s: Sight, text: str, start: int, width: int) -> int:
    """Give where a row ends that begins at `start`: only about as much of the text as fits is measured."""
    room, low = 32, min(start + 1, len(text))
    while start + room < len(text) and s.width(text[start : start + room], theme.BODY) <= width:
        low, room = start + room, room * 2
    high = min(len(text), start + room)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if s.width(text[start:middle], theme.BODY) <= width else (low, middle - 1)
    return low


def places(s: Sight, text: str, rows: tuple[Row, ...], inner: Box, top: int) -> Carets:
    """Give where the caret may stand: for each row, its start in the text, its top, and each x."""
    step = s.step(theme.BODY)
    return tuple(
        (start, top + i * step, tuple(inner.x + at for at in s.ends(text[start:end], theme.BODY)))
        for i, (start, end) in enumerate(rows)
    )


def row_of(carets: Carets, caret: int) -> int:
    """Give the row a caret stands on."""
    return max((i for i, (start, _, _) in enumerate(carets) if start <= caret), default=0)


def spot(carets: Carets, caret: int) -> tuple[int, int]:
    """Give the pixel where a caret stands: x and the row's top."""
    start, y, xs = carets[row_of(carets, caret)]
    return xs[min(caret - start, len(xs) - 1)], y


def _slide(mine: Editing | None, carets: Carets, inner: Box, *, lines: bool) -> tuple[int, int]:
    """Slide a long text so that the caret stays in sight."""
    if mine is None:
        return 0, 0
    x, y = spot(carets, mine.caret)
    if not lines:
        return max(0, x - inner.right + 2), 0
    step = carets[1][1] - carets[0][1] if len(carets) > 1 else 0
    return 0, max(0, y + step - inner.bottom)


def _text(s: Sight, text: str, rows: tuple[Row, ...], inner: Box, top: int, carets: Carets) -> list[Mark]:
    step, px = s.step(theme.BODY), s.px(theme.BODY)
    marks: list[Mark] = []
    for i, (start, end) in enumerate(rows):
        y = top + i * step
        if inner.y - 2 <= y and y + step <= inner.bottom + 2:
            low, high, x = _in_sight(carets[i][2], inner) if carets else (0, LONG * 2, inner.x)
            line = text[start:end].rstrip("\n")[low:high]
            marks.append(Words(Box(x, y, inner.right - x, step), (line,), px, step, theme.INK, back=theme.WHITE))
    return marks


def _in_sight(xs: tuple[int, ...], inner: Box) -> tuple[int, int, int]:
    """Give the part of a line to paint, and where it begins: all of it, or of a long one what shows."""
    if len(xs) <= LONG:
        return 0, len(xs), xs[0]
    low = max(0, bisect_right(xs, inner.x) - 2)
    return low, bisect_left(xs, inner.right) + 1, xs[low]


def _caret(s: Sight, mine: Editing, carets: Carets, inner: Box) -> list[Mark]:
    step = s.step(theme.BODY)
    marks: list[Mark] = []
    low, high = sorted((mine.caret, mine.anchor))
    for start, y, xs in carets if low < high else ():
        first, last = max(low - start, 0), min(high - start, len(xs) - 1)
        if first < last:
            picked = Box(xs[first], y, xs[last] - xs[first], step).meet(inner)
            marks.append(Fill(picked, theme.PICKED))
    x, y = spot(carets, mine.caret)
    if mine.composing:
        end, _ = spot(carets, mine.caret + len(mine.composing))
        marks.append(Line(((x, y + step - 2), (end, y + step - 2)), theme.INK, s.px(2)))
        x = end
    marks.append(Fill(Box(x, y, s.px(3), step).meet(inner.inset(-4)), theme.INK))
    return marks
