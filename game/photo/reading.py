"""What lies on a photographed table: which cards, in which family or at which place, under which issue; what is unsure.

Cards of several photographs are put together before a lever looks for its issue. All of it is arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import atan2, cos, dist, sin
from statistics import median

from game.core.cards import Deck, IssueCard, LeverCard
from game.core.frozen import dataclass
from game.core.scenario import Scenario
from game.core.town import Point, inside
from game.core.values import replace
from game.photo.eye import Code, Seen
from game.photo.plane import Plane, fitted
from game.printing.codes import SIDE, Region, Sheet, blank_number, numbered, ranked
from game.printing.sheets import CARD

MIDDLE = (12.9, 12.9)
"""Where the middle of a card's code is on the card, in mm from its top left corner (card.typ)."""
BLANKS = 200
"""Blank cards of each kind that may have been printed."""
ALIKE = (0.6, 1.6)
"""How large a code that was not read may be beside those that were: other squares are no codes."""
NEAR, CLOSER = 60.0, 8.0
"""Millimetres within which a card belongs to a place, and by how many the next one must be further."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a photograph may show: the deck and the town that are played, the sheets that were printed of it."""

    deck: Deck
    scenario: Scenario
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A card as it was seen.

    `card` is its id; of a blank one, its kind and rank. `at` is its middle in mm on the sheet `frame` names, or on the
    table of one photograph. `region` is the number of the sheet's region, -1 for none. `doubt` is why it is not sure.
    `outline` are its corners in the photograph `photo`, in pixels.
    """

    card: str
    photo: int
    outline: tuple[Point, ...]
    frame: str
    at: Point
    region: int = -1
    family: str = ""
    place: str = ""
    issue: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What photographs show together: issues, levers, events and blank cards; what else was seen.

    `others` counts codes of no card played here; `unread` are codes seen but not read, by photograph; `lost` the
    photographs that no mark of a sheet places.
    """

    issues: tuple[Laid, ...] = ()
    levers: tuple[Laid, ...] = ()
    events: tuple[Laid, ...] = ()
    blanks: tuple[Laid, ...] = ()
    others: int = 0
    unread: tuple[tuple[int, Code], ...] = ()
    lost: tuple[int, ...] = ()

    @property
    def sure(self) -> tuple[Laid, ...]:
        """Give what may be written: issues, then levers."""
        return tuple(one for one in (*self.issues, *self.levers) if not one.doubt)

    @property
    def doubtful(self) -> tuple[Laid, ...]:
        """Give what is named and asked for again."""
        return tuple(one for one in (*self.issues, *self.levers) if one.doubt)


def read(photos: Sequence[Seen], known: Known) -> Reading:
    """Read photographs of one table, together."""
    cards = numbered(known.deck)
    blanks = {blank_number(kind, rank): f"{kind} {rank}" for kind, rank in ranked(BLANKS)}
    marks = {mark.number for sheet in known.sheets for mark in sheet.marks}
    laid: list[Laid] = []
    lost: list[int] = []
    for rank, photo in enumerate(photos):
        found = _planes(photo, known.sheets)
        lost += [rank] if not found else []
        laid += [_laid(code, rank, cards.get(code.number) or blanks[code.number], found)
                 for code in photo.codes if code.number in cards or code.number in blanks]  # fmt: skip
    codes = [(rank, code) for rank, photo in enumerate(photos) for code in photo.codes]
    issues = tuple(_homed(one, known) for one in _once(laid, known, IssueCard))
    levers = tuple(_under(one, issues, known) for one in _copies(laid, known))
    names = {one.card for one in laid}
    return Reading(
        issues, levers, tuple(_first(laid, (card.id for card in known.deck.events))),
        tuple(_first(laid, (name for name in blanks.values() if name in names))),
        len({code.number for _, code in codes if code.number and code.number not in {*cards, *blanks, *marks}}),
        tuple((rank, code) for rank, photo in enumerate(photos) for code in _unread(photo, rank, laid)), tuple(lost),
    )  # fmt: skip


def _planes(photo: Seen, sheets: Iterable[Sheet]) -> list[tuple[Sheet, Plane]]:
    """Give the sheets of a photograph with the way from its pixels to their millimetres; two marks place one."""
    seen = {code.number: code for code in photo.codes}
    found = []
    for sheet in sheets:
        here = [mark for mark in sheet.marks if mark.number in seen]
        corners = [(mark.x + x * SIDE / 2, mark.y + y * SIDE / 2) for mark in here
                   for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]  # fmt: skip
        plane = fitted([at for mark in here for at in seen[mark.number].corners], corners) if len(here) > 1 else None
        if plane is not None:
            found.append((sheet, plane))
    return found


def _laid(code: Code, photo: int, card: str, planes: Iterable[tuple[Sheet, Plane]]) -> Laid:
    """Give a card by its code: on the sheet its middle lies on, else on the table."""
    for sheet, plane in planes:
        x, y = _middle([plane(corner) for corner in code.corners])
        if 0 <= x <= sheet.size[0] and 0 <= y <= sheet.size[1]:
            back = plane.back()
            outline = tuple(back(at) for at in _outline([plane(corner) for corner in code.corners]))
            laid = Laid(card, photo, outline, sheet.marks[0].number, (x, y))
            region = _region((x, y), sheet.regions)
            one = sheet.regions[region] if region >= 0 else Region("", "", (0, 0, 0, 0))
            return replace(laid, region=region, family=one.family, place=one.place)
    flat = [(x * SIDE / code.side, y * SIDE / code.side) for x, y in code.corners]
    outline = tuple((x * code.side / SIDE, y * code.side / SIDE) for x, y in _outline(flat))
    return Laid(card, photo, outline, f"photo {photo}", _middle(flat))


def _outline(code: Sequence[Point]) -> tuple[Point, ...]:
    """Give the corners of a card from those of its code, both in mm of the sheet they lie on; any size of card."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = code
    across, side = (bx - ax + cx - dx, by - ay + cy - dy), sum(dist(code[i], code[i - 1]) for i in range(4)) / 4
    turn, scale = atan2(across[1], across[0]), side / SIDE
    x, y = (ax + bx + cx + dx) / 4, (ay + by + cy + dy) / 4
    places = ((0.0, 0.0), (CARD[0], 0.0), CARD, (0.0, CARD[1]))
    steps = [((a - MIDDLE[0]) * scale, (b - MIDDLE[1]) * scale) for a, b in places]
    return tuple((x + cos(turn) * a - sin(turn) * b, y + sin(turn) * a + cos(turn) * b) for a, b in steps)


def _middle(code: Sequence[Point]) -> Point:
    corners = _outline(code)
    return (corners[0][0] + corners[2][0]) / 2, (corners[0][1] + corners[2][1]) / 2


def _region(at: Point, regions: Sequence[Region]) -> int:
    """Give the region a point lies in, or the nearest one if it is near and clearly so; -1 for none."""
    away = sorted((_away(at, one), rank) for rank, one in enumerate(regions))
    if not away or away[0][0] > NEAR or (away[0][0] > 0 and len(away) > 1 and away[1][0] - away[0][0] < CLOSER):
        return -1
    return away[0][1]


def _away(at: Point, region: Region) -> float:
    x0, y0, x1, y1 = region.box
    return dist(at, (min(max(at[0], x0), x1), min(max(at[1], y0), y1)))


def _unread(photo: Seen, rank: int, laid: Iterable[Laid]) -> Iterator[Code]:
    """Give the codes of a photograph that nobody could read: as large as those that were, on no card that was."""
    sides = [code.side for code in photo.codes if code.number]
    outlines = [one.outline for one in laid if one.photo == rank]
    for code in photo.codes:
        alike = not code.number and bool(sides) and ALIKE[0] < code.side / median(sides) < ALIKE[1]
        edges = [dist(code.corners[i], code.corners[i - 1]) for i in range(4)]
        if alike and max(edges) < 2 * min(edges) and not any(inside(one, *code.middle) for one in outlines):
            yield code


def _first(laid: Iterable[Laid], wanted: Iterable[str]) -> list[Laid]:
    seen = {one.card: one for one in reversed(list(laid))}
    return [seen[card] for card in wanted if card in seen]


def _once(laid: Sequence[Laid], known: Known, kind: type) -> list[Laid]:
    """Give the issues seen, once each: where one photograph places it; in doubt if two place it elsewhere."""
    found = []
    for card in dict.fromkeys(one.card for one in laid if isinstance(known.deck.card(one.card), kind)):
        mine = sorted((one for one in laid if one.card == card), key=lambda one: one.region < 0)
        placed = {(one.family, one.place) for one in mine if one.region >= 0}
        found.append(replace(mine[0], doubt="twice") if len(placed) > 1 else mine[0])
    return found


def _homed(one: Laid, known: Known) -> Laid:
    """Give an issue its family: that of its region, or the only one that buys at its place and that it concerns."""
    if one.doubt or one.family:
        return one
    card, place = known.deck.issue(one.card), known.scenario.place(one.place) if one.place else None
    here = {role.id for role in known.scenario.families}
    mine = [family for family in (card.families if card is not None else ()) if family in here]
    fits = [family for family in mine if place is None or family in place.families]
    if place is not None and not fits:
        fits = list(place.families)
    if len(fits) == 1:
        return replace(one, family=fits[0])
    return replace(one, doubt="which_family" if place is not None else "where")


def _copies(laid: Sequence[Laid], known: Known) -> list[Laid]:
    """Give the levers seen, a copy a region: one lever may lie in several families."""
    found: dict[tuple[str, str], Laid] = {}
    for one in sorted((one for one in laid if known.deck.lever(one.card)), key=lambda one: one.region < 0):
        placed = any(card == one.card for card, _ in found)
        if one.region >= 0 or not placed:
            found.setdefault((one.card, f"{one.frame} {one.region}" if one.region >= 0 else ""), one)
    return list(found.values())


def _under(one: Laid, issues: Sequence[Laid], known: Known) -> Laid:
    """Give a lever the issue it lies under: of its region, else of its family or its table, the nearest one."""
    lever = known.deck.lever(one.card)
    answers = lever.answers if isinstance(lever, LeverCard) else ()
    beside = [issue for issue in issues if issue.frame == one.frame and not issue.doubt]
    here = [issue for issue in beside if issue.region == one.region >= 0]
    family = [issue for issue in issues if issue.family == one.family and not issue.doubt] if one.family else []
    near = family if one.family else beside
    fits = here or [issue for issue in near if issue in beside] or near
    if len(fits) > 1 and fits[0] in beside:
        fits = sorted(fits, key=lambda issue: dist(issue.at, one.at))
        close = [issue for issue in fits if dist(issue.at, one.at) < dist(fits[0].at, one.at) + CLOSER]
        fits = [issue for issue in close if issue.card in answers] if len(close) > 1 else close
    if len(fits) != 1:
        return replace(one, doubt="which_issue" if near else "no_issue")
    return replace(one, issue=fits[0].card, family=fits[0].family)
