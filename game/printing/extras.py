"""Cards that are no cards of the deck: blank ones to write by hand, and the one that says who made it all."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.cards import Credit, Deck
from game.printing.faces import Face, cards, family_face
from game.words.calendar import day
from game.words.catalogue import Speaker

BLANKS = ("issue", "lever")
_EMPTY: Face = {
    "under": "",
    "families": [],
    "points": [],
    "shield": "",
    "image": "",
    "text": "",
    "label": "",
    "code": (),
}


def blanks(deck: Deck, count: int, said: Speaker) -> tuple[Face, ...]:
    """Give `count` blank issues, then as many blank levers, to be written by hand."""
    return tuple(_blank(deck, kind, i + 1, said) for kind in BLANKS for i in range(count))


def _blank(deck: Deck, kind: str, rank: int, said: Speaker) -> Face:
    heads = ("question", "indicator", "legal") if kind == "issue" else ("action", "answers", "cao", "target")
    back = [{"icon": "pencil-line", "head": said.say(f"printing.head.{key}"), "body": "", "tag": ""} for key in heads]
    lever = kind == "lever"
    facts = (("cost", "euro"), ("delay", "timer"), ("effort", "users"), ("impact", "star")) if lever else ()
    return {
        **_EMPTY, "id": f"{said.say('printing.blank_id')}-{kind[0]}{rank}", "kind": kind, "blank": True,
        "named": said.say(f"printing.{kind}"), "group": said.say(f"printing.blank.{kind}"), "icon": "pencil-line",
        "index": -1, "steps": [stage.icon for stage in deck.stages] if lever else [],
        "kinds": [] if lever else [axis.icon for axis in deck.axes],
        "families": [] if lever else [family_face(family, said) for family in deck.families],
        "points": [{"icon": icon, "value": "", "word": said.say(f"printing.{key}", value="")} for key, icon in facts],
        "back": back,
    }  # fmt: skip


def credits_face(deck: Deck, said: Speaker) -> Face:
    """Give the card of credits: version, authors, licence, law; on its back, to whom pictures are owed."""
    facts = [said.say("printing.credits.version", version=deck.version)]
    facts += [said.say("printing.credits.authors", authors=", ".join(deck.authors))] if deck.authors else []
    facts += [said.say("printing.credits.licence", licence=deck.licence)] if deck.licence else []
    facts += [said.say("printing.credits.law", date=day(deck.law_as_of, said.lang))] if deck.law_as_of else []
    return {
        **_EMPTY, "id": deck.id, "kind": "credits", "blank": False, "label": deck.title.say(said.lang),
        "named": said.say("printing.credits"), "group": said.say("printing.credits"), "icon": "clapperboard",
        "index": 0, "text": "\n".join(facts), "back": list(_owed(deck, said)),
    }  # fmt: skip


def _owed(deck: Deck, said: Speaker) -> Iterator[Face]:
    yield {"icon": "scale", "head": said.say("printing.head.notice"), "body": said.say("printing.notice"), "tag": ""}
    for credit in deck.credits:
        yield _credit(said, said.say("printing.head.deck"), credit)
    for card in cards(deck):
        if card.credit is not None:
            yield _credit(said, card.label.say(said.lang) + ".", card.credit)


def _credit(said: Speaker, head: str, credit: Credit) -> Face:
    body = " · ".join(each for each in (credit.author, credit.licence, credit.source) if each)
    return {"icon": "image", "head": head, "body": body, "tag": ""}
