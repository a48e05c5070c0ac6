"""What is printed on both sides of a card, in one language, as plain values for the templates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.core.cards import Card, Deck, EventCard, EventLoad, IssueCard, LeverCard, Target
from game.core.family import Family
from game.core.legal import Legal
from game.core.text import Text
from game.words.calendar import day
from game.words.catalogue import Speaker
from game.words.numbers import number
from game.words.units import counted

Face = dict[str, Any]
SURE = {"sure": "shield-check", "probable": "shield-question-mark", "to-check": "shield-alert"}
BARE = 40
"""Characters up to which a reference is little but numbers of articles: a card's back then says what they ask."""
COUNTED = {"yes": "database", "partial": "database-zap", "no": "notebook-pen"}


def cards(deck: Deck) -> tuple[Card, ...]:
    """List a deck's cards in the order they are printed: issues by axis, levers by stage, events."""
    axes, stages = [axis.id for axis in deck.axes], [stage.id for stage in deck.stages]
    issues = sorted(deck.issues, key=lambda card: axes.index(card.axis))
    levers = sorted(deck.levers, key=lambda card: stages.index(card.stage))
    return (*issues, *levers, *deck.events)


def face(deck: Deck, card: Card, said: Speaker) -> Face:
    """Give both sides of a card."""
    if isinstance(card, IssueCard):
        return _issue(deck, card, said)
    return _lever(deck, card, said) if isinstance(card, LeverCard) else _event(deck, card, said)


def points(value: int) -> str:
    """Write points with their sign: +1, 0, −2."""
    return f"+{value}" if value > 0 else f"−{-value}" if value else "0"


def _sided(card: Card, kind: str, said: Speaker, **more: object) -> Face:
    label, title = card.label.say(said.lang), card.title.say(said.lang)
    return {"id": card.id, "kind": kind, "label": label, "under": "" if title == label else title,
            "named": said.say(f"printing.{kind}"), "families": [], "points": [],
            "blank": False, "shield": "",
            "image": card.image, "alt": card.alt.say(said.lang) or label, **more}  # fmt: skip


def _issue(deck: Deck, card: IssueCard, said: Speaker) -> Face:
    index = [axis.id for axis in deck.axes].index(card.axis)
    axis, lang = deck.axes[index], said.lang
    counted = [_section(said, "indicator", COUNTED.get(each.decp, "notebook-pen"),
                        said.say("printing.counted", name=each.name.say(lang), unit=each.unit.say(lang)),
                        said.say(f"printing.decp.{each.decp}")) for each in card.indicators]  # fmt: skip
    back = [*counted, *_legal(card.legal, said), *_note(card.note, said)]
    return _sided(card, "issue", said, group=particular(axis.name.say(lang)), icon=axis.icon, index=index,
                  text=card.question.say(lang), families=_families(deck, card.families, said),
                  back=back)  # fmt: skip


def _lever(deck: Deck, card: LeverCard, said: Speaker) -> Face:
    index = [stage.id for stage in deck.stages].index(card.stage)
    stage, lang = deck.stages[index], said.lang
    answered = [found.label.say(lang) for found in map(deck.issue, card.answers) if found is not None]
    back = [
        *_section_of(said, "action", "pencil-line", card.action),
        *([_section(said, "answers", "target", " · ".join(answered))] if answered else []),
        *_section_of(said, "cao", "gavel", card.cao),
        *([_section(said, "target", "flag", _target(card.target, said))] if card.target else []),
        *_legal(card.legal, said),
        *_note(card.note, said),
    ]
    return _sided(card, "lever", said, group=stage.short.say(lang), icon=stage.icon, index=index,
                  steps=[each.icon for each in deck.stages], text=card.text.say(lang), points=_points(card, said),
                  back=back)  # fmt: skip


def _event(deck: Deck, card: EventCard, said: Speaker) -> Face:
    lang = said.lang
    saved = [found.label.say(lang) for found in map(deck.card, card.cancelled_by) if found is not None]
    shield = said.say("printing.saved", cards=" · ".join(saved)) if saved else ""
    loads = [
        said.say("printing.load", family=family.short.say(lang), what=_load(said, each))
        for each in card.loads
        if (family := deck.family(each.family)) is not None
    ]
    back = [
        *([_section(said, "loads", "scale", " · ".join(loads))] if loads else []),
        *_section_of(said, "effect", "zap", card.effect),
        *_note(card.note, said),
    ]
    return _sided(card, "event", said, group=said.say("printing.event"), icon="clapperboard", index=0,
                  text=card.text.say(lang), shield=shield, families=_families(deck, card.families, said),
                  back=back)  # fmt: skip


def particular(name: str) -> str:
    """Give what comes after the colon of a name ("Sustainable development: social"), as on screen."""
    last = name.rpartition(":")[2].strip()
    return last[:1].upper() + last[1:]


def _families(deck: Deck, wanted: Iterable[str], said: Speaker) -> list[Face]:
    return [family_face(family, said) for family in map(deck.family, wanted) if family is not None]


def family_face(family: Family, said: Speaker) -> Face:
    """Give how a family is shown: letter, icon, colour, name."""
    return {"letter": family.letter, "icon": family.icon, "colour": family.colour,
            "short": family.short.say(said.lang), "name": family.name.say(said.lang)}  # fmt: skip


def _points(card: LeverCard, said: Speaker) -> list[Face]:
    does = card.effects
    facts = (("cost", "euro", points(does.cost)), ("delay", "timer", points(does.delay)),
             ("effort", "users", str(does.effort)), ("impact", "star", does.impact))  # fmt: skip
    return [
        {"icon": icon, "value": value, "word": said.say(f"printing.{key}", value=value)} for key, icon, value in facts
    ]


def _load(said: Speaker, load: EventLoad) -> str:
    parts = (("cost", load.cost), ("delay", load.delay), ("effort", load.effort))
    return ", ".join(f"{said.say(f'printing.{key}')} {points(value)}" for key, value in parts if value)


def _target(target: Target, said: Speaker) -> str:
    """Say how far a lever is used; its start is an estimate of the game."""
    goal = counted(number(target.goal, said.lang), target.unit.say(said.lang), said.lang)
    start = said.say("printing.unknown") if target.baseline is None else f"≈\u00a0{number(target.baseline, said.lang)}"
    return said.say("printing.aim", name=target.name.say(said.lang), start=start, goal=goal, n=target.months)


def _legal(legal: Legal | None, said: Speaker) -> list[Face]:
    if legal is None:
        return []
    icon = SURE.get(legal.confidence, "shield-alert")
    tag = said.say(f"printing.sure.{legal.confidence}")
    if legal.date:
        tag = said.say("printing.as_of", sure=tag, date=day(legal.date, said.lang))
    plain, text = legal.plain.say(said.lang), legal.text.say(said.lang)
    both = f"{plain} {text}" if plain and len(text) <= BARE else text
    return [_section(said, "legal", icon, both, tag)]


def _note(note: Text, said: Speaker) -> list[Face]:
    return _section_of(said, "note", "map-pin", note)


def _section_of(said: Speaker, key: str, icon: str, text: Text) -> list[Face]:
    return [_section(said, key, icon, text.say(said.lang))] if text else []


def _section(said: Speaker, key: str, icon: str, body: str, tag: str = "") -> Face:
    return {"icon": icon, "head": said.say(f"printing.head.{key}"), "body": body, "tag": tag}
