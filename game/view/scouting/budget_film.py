"""The budget as a strip of film: each guess a mark over it, and, once revealed, the frames that are purchases lit."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.scenario import Budget
from game.view.parts.holes import holes
from game.view.parts.pieces import line
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, flowing, made, node, row
from game.view.tree.looks import Fill, Line, Mark, Style
from game.view.tree.sight import Sight
from game.words import numbers

FRAMES = 20
DISC = 48
TOP, FOOT = DISC + 26, 40
"""Room over the strip for the discs, and under it for the per cents, at 1080p."""


@dataclass(frozen=True, slots=True)
class Guess:
    """One seat's guess on the strip: its number on the list, its sign, its name, its colour.

    The sign is letters: in this phase a number in a disc is a purchase's, on the plan and in its list.
    """

    number: int
    sign: str
    name: str
    colour: str
    percent: int


def film(s: Sight, budget: Budget, guesses: tuple[Guess, ...], high: float, *, lit: bool) -> Piece:
    """Give the strip, `high` at 1080p, between the discs of the guesses and the per cents."""

    def put(box: Box) -> tuple[Mark, ...]:
        strip = Box(box.x, box.y + s.px(TOP), box.w, max(0, box.h - s.px(TOP) - s.px(FOOT)))
        return (
            *_strip(s, strip, budget.share_pct if lit else 0),
            *_sums(s, strip, budget, lit=lit),
            *_marks(s, box, strip, guesses),
            *_scale(s, Box(box.x, strip.bottom, box.w, s.px(FOOT)), budget.share_pct if lit else None),
        )

    return node("image", "film", _spoken(s, budget, guesses, lit=lit), made(0, s.px(TOP + FOOT + high), put))


def _spoken(s: Sight, budget: Budget, guesses: tuple[Guess, ...], *, lit: bool) -> str:
    """Say the strip to those who do not see it."""
    lang = s.speaker.lang
    said = ", ".join(_whose(s, guess) for guess in guesses)
    if lit:
        share = numbers.percent(budget.share_pct, lang)
        return s.say("guess.film_lit", share=share, guesses=said or "—")
    return s.say("guess.film", guesses=said or "—")


def _strip(s: Sight, box: Box, percent: int) -> tuple[Mark, ...]:
    """Draw the film: its holes, its frames, and light over the first `percent` of it."""
    marks: list[Mark] = [Fill(box, theme.INK, s.px(8))]
    band = s.px(26)
    marks += holes(s, Box(box.x, box.y, box.w, band)) + holes(s, Box(box.x, box.bottom - band, box.w, band))
    frames = box.inset(s.px(6), band).columns(FRAMES, s.px(4))
    edge = at(box, percent)
    for frame in frames:
        lit = frame.meet(Box(box.x, frame.y, edge - box.x, frame.h))
        marks.append(Fill(frame, theme.INK_2))
        if lit.w:
            marks.append(Fill(lit, theme.ACCENT))
    return tuple(marks)


def at(box: Box, percent: float) -> int:
    """Give where a per cent of the budget stands along the strip."""
    return box.x + round(box.w * percent / 100)


def _sums(s: Sight, strip: Box, budget: Budget, *, lit: bool) -> tuple[Mark, ...]:
    """Write the euros on the strip: all of it, or what is bought and the rest."""
    lang, inner = s.speaker.lang, strip.inset(s.px(20), s.px(30))
    if not lit:
        total = numbers.euros_short(budget.total, lang)
        return _big(s, inner, s.say("guess.whole", sum=total), theme.WHITE, theme.INK_2, total)
    edge = at(strip, budget.share_pct)
    bought, rest = Box(strip.x, inner.y, edge - strip.x, inner.h), Box(edge, inner.y, inner.right - edge, inner.h)
    left = s.say("guess.rest", sum=numbers.euros_short(budget.total - budget.purchases, lang))
    sum_ = numbers.euros_short(budget.purchases, lang)
    bill = s.say("guess.bought", sum=sum_)
    return (
        *_big(s, bought.inset(s.px(8), 0), bill, theme.INK, theme.ACCENT, sum_),
        *_big(s, rest.inset(s.px(16), 0), left, theme.WHITE, theme.INK_2),
    )


def _big(s: Sight, box: Box, text: str, ink: str, back: str, short: str = "") -> tuple[Mark, ...]:
    """Write on a plate, as large as fits; where even the smallest text would be cut, the `short` one."""
    sizes = (theme.BIG, 40, theme.TITLE, theme.LABEL, theme.TEXT)
    if short and (s.width(text, theme.TEXT, bold=True) > box.w or s.step(theme.TEXT) > box.h):
        text = short
    words = s.fitted(box, text, Style(sizes[0], ink, bold=True, back=back, align="centre", middle=True), *sizes[1:])
    wide = max(round(s.measure.width(line, words.px, bold=True)) for line in words.lines)
    plate = words.box.middle(min(wide + s.px(24), box.w), words.box.h)
    return Fill(plate, back, s.px(6)), words


def _marks(s: Sight, head: Box, strip: Box, guesses: tuple[Guess, ...]) -> tuple[Mark, ...]:
    """Lay the discs side by side, each with a line down to its per cent; none where they lack room."""
    side = s.px(DISC)
    if len(guesses) * (side + s.px(4)) > head.w:
        return ()
    line = sorted(guesses, key=lambda guess: (guess.percent, guess.number))
    places = _spread(
        [at(strip, guess.percent) for guess in line], side + s.px(4), head.x + side // 2, head.right - side // 2
    )
    marks: list[Mark] = []
    for guess, x in zip(line, places, strict=True):
        foot = at(strip, guess.percent)
        marks.append(Line(((x, head.y + side // 2), (x, head.y + side), (foot, strip.y), (foot, strip.y + s.px(26))),
                          guess.colour, s.px(4)))  # fmt: skip
    for guess, x in zip(line, places, strict=True):
        marks += _disc(s, Box(x - side // 2, head.y, side, side), guess)
    return tuple(marks)


def _spread(wanted: list[int], step: int, low: int, high: int) -> list[int]:
    """Keep places at least `step` apart and within bounds, as near as can be to the wanted ones."""
    places: list[int] = []
    for x in wanted:
        places.append(max(x, low, places[-1] + step if places else low))
    for i in range(len(places) - 1, -1, -1):
        most = high if i == len(places) - 1 else places[i + 1] - step
        places[i] = min(places[i], most)
    return places


def disc(s: Sight, guess: Guess) -> Piece:
    """Show a seat's sign in its family's colour."""
    return made(s.px(DISC), s.px(DISC), lambda box: _disc(s, box.middle(box.w, box.w), guess))


def _disc(s: Sight, box: Box, guess: Guess) -> tuple[Mark, ...]:
    style = Style(ink=theme.on(guess.colour), bold=True, back=guess.colour, align="centre", middle=True)
    return Fill(box, guess.colour, box.h // 2, theme.WHITE, s.px(3)), s.words(box, guess.sign, style)


def legend(s: Sight, guesses: tuple[Guess, ...]) -> Piece:
    """Tell whose discs those are once the sliders are gone."""
    found = (row(disc(s, guess), line(s, _whose(s, guess)), gap=s.px(8)) for guess in guesses)
    said = ", ".join(_whose(s, guess) for guess in guesses)
    return node("text", "film:legend", said, flowing(tuple(found), (s.px(28), s.px(6))))


def _whose(s: Sight, guess: Guess) -> str:
    return f"{guess.name} {numbers.percent(guess.percent, s.speaker.lang)}"


def _scale(s: Sight, box: Box, real: int | None) -> tuple[Mark, ...]:
    """Write the per cents under the strip, as many as have room; the real share instead of those it would cover."""
    width, lang = s.px(110), s.speaker.lang
    apart = next((by for by in (25, 50) if box.w * by >= 120 * width), 100)
    points = [(value, False) for value in range(0, 101, apart)]
    if real is not None:
        room = width * 100 / box.w
        points = [(value, False) for value, _ in points if abs(value - real) > room] + [(real, True)]
    marks: list[Mark] = []
    for value, bold in points:
        x = max(box.x, min(box.right - width, at(box, value) - width // 2))
        side = "left" if x == box.x else "right" if x == box.right - width else "centre"
        spot = Box(x, box.y + s.px(4), width, box.h - s.px(4))
        size = theme.LABEL if bold else theme.TEXT
        text = numbers.percent(value, lang)
        marks.append(s.words(spot, text, Style(size, theme.INK if bold else theme.QUIET, bold=bold, align=side)))
    return tuple(marks)
