"""A pile of cards on sheets: chooses the cards, lays them out, words the margins, and has it all set."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from game.core.cards import Card, Deck, IssueCard, LeverCard
from game.core.frozen import dataclass
from game.printing import codes, extras, faces, sheets
from game.printing.setting import Printed, typeset
from game.type.datamatrix import squares
from game.type.qr import runs
from game.words.catalogue import Speaker

FIXED = ("star", "pencil-line", "umbrella")
RULER = 50.0
KINDS = ("issues", "levers", "events", "credits", "blanks")


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted on paper.

    `front` and `back` word the two sides. `cards` are those to print, in order; `blanks` how many blank issues, and
    as many blank levers; `credits` adds the card that says who made the deck. `images` are the files of the
    cards' pictures. `flip` is the edge the printer turns the paper about.
    """

    deck: Deck
    cards: tuple[Card, ...]
    front: Speaker
    back: Speaker
    profile: sheets.Profile = sheets.PROFILES[0]
    blanks: int = 0
    credits: bool = False
    images: tuple[tuple[str, Path], ...] = ()
    flip: str = "long"
    saving: bool = False
    style: Path | None = None


def chosen(deck: Deck, kinds: Iterable[str]) -> tuple[Card, ...]:
    """Give a deck's cards of some kinds, in the order they are printed."""
    wanted = set(kinds)
    return tuple(card for card in faces.cards(deck) if _kind(card) in wanted)


def _kind(card: Card) -> str:
    return "issues" if isinstance(card, IssueCard) else "levers" if isinstance(card, LeverCard) else "events"


def changed(deck: Deck, former: Deck) -> Callable[[Card], bool]:
    """Tell which cards are not what they were in a former deck: new, reworded, or of an axis, stage or family that is.

    What only names another card (the issues a lever answers, by their labels) does not make a card another.
    """

    def other(card: Card) -> bool:
        old = next((found for known in (card.id, *card.former_ids) if (found := former.card(known)) is not None), None)
        return old != card or _around(deck, card) != _around(former, card)

    return other


def _around(deck: Deck, card: Card) -> tuple[object, ...]:
    """Give what a card shows besides its own words: its axis or its stage, and its families."""
    if isinstance(card, LeverCard):
        return (deck.stage(card.stage), [stage.id for stage in deck.stages])
    kind = deck.axis(card.axis) if isinstance(card, IssueCard) else None
    return (kind, [deck.family(one) for one in card.families])


def printed(order: Order) -> Printed:
    """Print cards, fronts then backs sheet by sheet. Raises ImportError without typst, ExportError, SetupError."""
    said = {"front": _faces(order, order.front), "back": _faces(order, order.back)}
    sides = tuple(_sides(order, len(said["front"])))
    profile = order.profile
    data = {
        "title": order.front.say("printing.title", title=order.deck.title.say(order.front.lang)),
        "authors": list(order.deck.authors), "lang": order.front.lang, "paper": profile.paper, "card": profile.card,
        "bleed": profile.bleed, "trimmed": profile.trimmed, "scale": profile.scale, "saving": order.saving,
        "faces": said, "sheets": sides,
    }  # fmt: skip
    files = {our: file for our, (_, file) in zip(_pictures(order).values(), order.images, strict=True)}
    return typeset("cards.typ", data, _icons(said.values()), order.style, order.flip, files)


def _faces(order: Order, said: Speaker) -> tuple[faces.Face, ...]:
    of_cards = [faces.face(order.deck, card, said) for card in order.cards]
    pictures = {} if order.saving else _pictures(order)
    coded = {card.id: _code(codes.card_number(order.deck, card.id)) for card in order.cards}
    shown = [{**face, "image": pictures.get(face["image"], ""), "code": coded[face["id"]]} for face in of_cards]
    more = [extras.credits_face(order.deck, said)] if order.credits else []
    blanks = extras.blanks(order.deck, order.blanks, said)
    numbers = (codes.blank_number(kind, rank) for kind, rank in codes.ranked(order.blanks))
    return (*shown, *more, *({**face, "code": _code(one)} for face, one in zip(blanks, numbers, strict=True)))


def _code(number: str) -> tuple[tuple[int, int, int], ...]:
    return runs(squares(number))


def _pictures(order: Order) -> dict[str, str]:
    """Give each picture a plain name of ours, whatever its author called it."""
    return {name: f"picture-{i}{file.suffix.lower()}" for i, (name, file) in enumerate(order.images)}


def _icons(sides: Iterable[tuple[faces.Face, ...]]) -> set[str]:
    """Name every icon a pile shows."""
    found = set(FIXED)
    for face in (face for side in sides for face in side):
        found |= {face["icon"], *face.get("steps", ()), *face.get("kinds", ())}
        found |= {each["icon"] for part in ("families", "points", "back") for each in face[part]}
    return found


def _sides(order: Order, count: int) -> Iterable[dict[str, Any]]:
    laid = sheets.fronts(order.profile, count)
    for rank, spots in enumerate(laid, 1):
        for side, here in (("front", spots), ("back", sheets.backs(order.profile, spots, order.flip))):
            yield {
                "side": side,
                "lang": (order.front if side == "front" else order.back).lang,
                "spots": [_plain(spot) for spot in here],
                "marks": [[mark.x1, mark.y1, mark.x2, mark.y2] for mark in sheets.marks(order.profile, here)],
                **_margin(order, side, rank, len(laid)),
            }


def _plain(spot: sheets.Spot) -> dict[str, Any]:
    return {"index": spot.index, "x": spot.x, "y": spot.y, "bleed": spot.bleed, "turned": spot.turned}


def _margin(order: Order, side: str, rank: int, total: int) -> dict[str, Any]:
    """Word the foot of a sheet: deck, version and sheet on the left; on fronts, a ruler that proves the scale."""
    profile, said = order.profile, order.front if side == "front" else order.back
    if profile.trimmed:
        return {"ruler": None, "notes": []}
    columns = [profile.origin[0] + profile.pitch[0] * i for i in range(profile.columns)]
    wide, low = profile.card[0], profile.paper[1] - profile.origin[1] + profile.bleed
    line = min(low + 4.5, profile.paper[1] - profile.safe - 0.4)
    named = said.say("printing.sheet", deck=order.deck.id, version=order.deck.version, sheet=rank, sheets=total,
                     side=said.say(f"printing.{side}"))  # fmt: skip
    notes = [_note(columns[0] + 2, line, wide - 4, named)]
    if side == "back":
        return {"ruler": None, "notes": notes}
    start = columns[1] + (2 if profile.columns == 2 else (wide - RULER) / 2)
    after = start + RULER + 3 if profile.columns == 2 else columns[2] + 2
    notes.append(_note(after, line, columns[-1] + wide - after - 2, said.say("printing.full_size")))
    return {"ruler": {"x": start, "y": line}, "notes": notes}


def _note(x: float, line: float, width: float, text: str) -> dict[str, Any]:
    return {"x": x, "y": line - 2.35, "w": width, "text": text}
