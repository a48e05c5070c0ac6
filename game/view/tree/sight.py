"""What a part of a screen may read beside what it is given: the language, the measure of texts, the scale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from typing import Any, Protocol, TypeVar

from game.core.frozen import dataclass
from game.view.tree.box import Box
from game.view.tree.looks import PLAIN, Fill, Style, Words
from game.view.tree.node import Node
from game.view.tree.theme import LINE, PAPER_2, TEXT

ROUNDING = 2
"""Pixels by which a box may miss the text it was measured for, being what rounded parts leave: none is cut for them."""
BARE, HALF, SMALLER = 12, 0.5, 0.9
"""Signs a bare figure has at most; how small one may get, of the smallest text; by how much it shrinks at a time."""
SHORT, LONG = 1080, 1920
"""Sides of the window that sizes are given for, lying or upright."""
Wrapped = tuple[str, ...]
Made = TypeVar("Made")


def plain(size: tuple[int, int]) -> float:
    """Give the scale of a window at text 100 %: 1.0 at 1920×1080, and upright at 1080×1920."""
    return min(min(size) / SHORT, max(size) / LONG)


class Measure(Protocol):
    """Text widths and wrapping; game/type reads them from the font file, the table's painter agrees within 1 px."""

    def width(self, text: str, px: int, *, bold: bool = False) -> float:
        """Give the width of one line in pixels."""

    def ends(self, text: str, px: int, *, bold: bool = False) -> list[float]:
        """Give where each sign of one line ends, in pixels, after a 0 for its start."""

    def wrap(self, text: str, px: int, *, bold: bool, width: float, max_lines: int | None = None) -> Wrapped:
        """Cut a text into lines of at most `width` pixels."""

    def line_height(self, px: int) -> int:
        """Give the height of one line in pixels."""


class Speaker(Protocol):
    """The catalogue in one language."""

    @property
    def lang(self) -> str:
        """Give the language's code."""

    def say(self, key: str, /, **facts: object) -> str:
        """Give the sentence of a key."""

    def has(self, key: str) -> bool:
        """Tell whether a key has a sentence."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A part of the screen that could not be shown, as people call it, and why; a plain plate stands for it."""

    name: str
    why: Exception


def part(speaker: Speaker, key: str) -> str:
    """Name a part of the screen by its key, as people call it."""
    called = f"part.{key.partition(':')[0]}"
    return speaker.say(called if speaker.has(called) else "part.any")


@dataclass(slots=True)
class Memo:
    """The last tree of each part, with what it was given. Kept by whoever redraws; forgetting it only costs time."""

    odd: dict[str, Odd] = field(default_factory=dict)
    """The parts that could not be built, by key."""
    _last: dict[str, tuple[tuple[object, ...], Any]] = field(default_factory=dict)

    def keep(self, slot: str, given: tuple[object, ...], build: Callable[[], Made]) -> Made:
        """Give the slot's last tree if it was given the same (by identity, then by value), or build it.

        A slot always keeps things of one kind: trees, mostly.
        """
        last = self._last.get(slot)
        if last is not None and _same(last[0], given):
            kept: Made = last[1]
            return kept
        made = build()
        self._last[slot] = (given, made)
        return made


def _same(old: tuple[object, ...], new: tuple[object, ...]) -> bool:
    return len(old) == len(new) and all(
        a is b or (type(a) is type(b) and a == b) for a, b in zip(old, new, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Sight:
    """What every part of a screen takes first. It holds neither the session nor the view's state: those are given."""

    speaker: Speaker
    measure: Measure
    box: Box
    unit: float
    memo: Memo

    def px(self, size: float) -> int:
        """Scale a size given in 1080p pixels."""
        return max(1, round(size * self.unit))

    def say(self, key: str, **facts: object) -> str:
        """Give a sentence of the catalogue."""
        return self.speaker.say(key, **facts)

    def kept(self, slot: str, build: Callable[..., Made], *given: object) -> Made:
        """Build a tree or a value as `build(sight, *given)`, or give the slot's last one if it is given the same.

        `build` is a plain function: what it does not have from the sight it is given, so that nothing can go stale.
        """
        key = (build, *given, self.box, self.unit, self.speaker.lang)
        return self.memo.keep(slot, key, lambda: build(self, *given))

    def part(self, slot: str, build: Callable[..., Node], *given: object) -> Node:
        """Keep a part of the screen; where it cannot be built, a plain plate stands in the first box it is given."""
        return self.kept(slot, _guarded, slot, build, *given)

    def guarded(self, key: str, box: Box, build: Callable[[], Node], name: str = "") -> Node:
        """Build a part of the screen; where that fails a plain plate stands in its box, and the rest is built.

        `name` is what people call it; without one it is the catalogue's for the first word of its key.
        """
        try:
            return build()
        except Exception as error:  # whatever it is, the rest of the table stands
            return self.plate(key, box, self.missed(key, error, name))

    def missed(self, key: str, error: Exception, name: str = "") -> str:
        """Note a part that could not be built; give what people call it."""
        known = name or part(self.speaker, key)
        self.memo.odd.setdefault(key, Odd(known, error))
        return known

    def plate(self, key: str, box: Box, name: str) -> Node:
        """Give the plain plate that stands for what cannot be shown."""
        told = self.say("part.missing", what=name)
        words = self.words(box.inset(self.px(12)), told, Style(back=PAPER_2, align="centre", middle=True))
        return Node("group", key, told, box, (Fill(box, PAPER_2, self.px(8), LINE, self.px(2)), words))

    def width(self, text: str, size: float, *, bold: bool = False) -> int:
        """Give the width of a line, in pixels, at a 1080p size."""
        return round(self.measure.width(text, self.px(size), bold=bold) + 0.5)

    def ends(self, text: str, size: float) -> tuple[int, ...]:
        """Give where a caret stands in a line: before its first sign, then after each, in pixels, at a 1080p size."""
        return tuple(round(at + 0.5) for at in self.measure.ends(text, self.px(size)))

    def step(self, size: float) -> int:
        """Give the height of a line, in pixels, at a 1080p size."""
        return self.measure.line_height(self.px(size))

    def wrap(self, text: str, size: float, width: int, *, bold: bool = False, lines: int | None = None) -> Wrapped:
        """Cut a text into lines of at most `width` pixels."""
        return self.measure.wrap(text, self.px(size), bold=bold, width=width, max_lines=lines)

    def words(self, box: Box, text: str, style: Style = PLAIN) -> Words:
        """Write a text in a box, wrapped to its width and cut (with an ellipsis) to its height.

        What holds a figure gives way before it is cut: an amount without its end would be another one.
        """
        written = self._written(box, text, style)
        least = self.least / self.unit * (1 if len(text) > BARE else HALF)
        while style.size > least and _cuts_figure(written, text):
            style = replace(style, size=max(least, style.size * SMALLER))
            written = self._written(box, text, style)
        return written

    @property
    def plain(self) -> float:
        """Give the scale of the window at text 100 %, whatever the text's."""
        return plain((self.box.w, self.box.h))

    @property
    def upright(self) -> bool:
        """Tell whether the window is higher than wide: things then lie under one another."""
        return self.box.h > self.box.w

    @property
    def least(self) -> float:
        """Give the size of the smallest text there is, in pixels: that of a text at scale 100 %."""
        return TEXT * self.plain

    def _written(self, box: Box, text: str, style: Style) -> Words:
        size, bold, step = style.size, style.bold, self.step(style.size)
        most = max(1, (box.h + ROUNDING) // step)
        wrapped = self.wrap(text, size, box.w, bold=bold, lines=most)
        if wrapped and wrapped[-1].endswith("…"):
            wrapped = self.wrap(text, size, box.w + ROUNDING, bold=bold, lines=most)
        lines = tuple(self.shortened(line, size, box.w, bold=bold) for line in wrapped)
        tall = step * len(lines)
        top = box.y + (box.h - tall) // 2 if style.middle else box.y
        spot = Box(box.x, top, box.w, max(tall, 1))
        return Words(spot, lines, self.px(size), step, style.ink, bold, style.align, style.back)

    def shortened(self, line: str, size: float, width: int, *, bold: bool = False) -> str:
        """Cut a line that no break could fit, with an ellipsis."""
        if self.width(line, size, bold=bold) <= width + ROUNDING:
            return line
        while line and self.width(line + "…", size, bold=bold) > width:
            line = line[:-1]
        return line.rstrip("… ") + "…"

    def fitted(self, box: Box, text: str, style: Style, *smaller: float) -> Words:
        """Write a text at its size, or the first smaller one that shows it whole; at the last one, cut if need be."""
        sizes = (style.size, *smaller)
        for size in sizes[:-1]:
            lines = self.wrap(text, size, box.w, bold=style.bold)
            widest = max((self.width(line, size, bold=style.bold) for line in lines), default=0)
            if len(lines) * self.step(size) <= box.h + ROUNDING and widest <= box.w + 1:
                return self.words(box, text, replace(style, size=size))
        return self.words(box, text, replace(style, size=sizes[-1]))

    def tall(self, text: str, size: float, width: int, *, bold: bool = False) -> int:
        """Give the height a text takes at a width."""
        return len(self.wrap(text, size, width, bold=bold)) * self.step(size)


def _cuts_figure(written: Words, text: str) -> bool:
    cut = bool(written.lines) and written.lines[-1].endswith("…") and not text.endswith("…")
    return cut and any(sign.isdigit() for sign in text)


def _guarded(s: Sight, slot: str, build: Callable[..., Node], *given: object) -> Node:
    box = next((one for one in given if isinstance(one, Box)), s.box)
    return s.guarded(slot, box, lambda: build(s, *given))
