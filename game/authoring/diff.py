"""What changed between two decks, card by card and figure by figure, as values that the catalogue words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass

from game.core.cards import Axis, Card, Deck, IssueCard, LeverCard, Stage
from game.core.family import Family
from game.core.frozen import dataclass
from game.core.text import Text

GROUPS = ("axis", "stage", "family")
HEAD = ("id", "version", "title", "languages", "authors", "licence", "law_as_of", "credits", "rules", "notes")
"""What a deck is besides its cards, its families and its pairs."""
FIGURES = ("cost", "delay", "impact", "effort")
TEXTS = 80
"""Characters of a text shown before it is cut."""
Say = Callable[..., str]
Found = dict[str, object]
Group = Axis | Stage | Family


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `what` is added, removed, renamed, reworded, recosted, answers, changed, language_gone or
    language_new (`before`: how many texts); `kind` of thing: issue,
    lever, event, axis, stage, family, tension, synergy or deck. `id` is the new one.

    `field` is the part that changed; `before` and `after` are said as they are (texts by language, ids, figures).
    """

    what: str
    kind: str
    id: str
    name: Text = Text()
    field: str = ""
    lang: str = ""
    before: str = ""
    after: str = ""


def changes(old: Deck, new: Deck) -> tuple[Change, ...]:
    """Tell every change from one deck to the other, in the order of the new one; what is gone comes last."""
    found = (*_deck(old, new), *_cards(old, new), *_groups(old, new), *_pairs(old, new))
    return tuple(_summed(found, old, new))


def _summed(found: Sequence[Change], old: Deck, new: Deck) -> Iterator[Change]:
    """Tell a language that a deck no longer has, or has anew, once, with the texts it takes along."""
    for what, langs, others in (("language_gone", old, new), ("language_new", new, old)):
        for lang in (one for one in langs.languages if one not in others.languages):
            n = sum(one.what == "reworded" and one.lang == lang for one in found)
            yield Change(what, "deck", new.id, new.title, lang=lang, before=str(n))
    one_sided = set(old.languages) ^ set(new.languages)
    yield from (one for one in found if one.what != "reworded" or one.lang not in one_sided)


def sentence(change: Change, say: Say, lang: str) -> str:
    """Say a change in one sentence."""
    facts = {
        "kind": say(f"workshop.kind.{change.kind}"),
        "id": change.id,
        "name": change.name.say(lang),
        "field": field_name(change.field, say) if change.field else "",
        "language": change.lang,
        "before": _short(change.before) or "–",
        "after": _short(change.after) or "–",
    }
    return say(f"workshop.diff.{change.what}", **facts)


def field_name(field: str, say: Say) -> str:
    """Give the name of a part of a card as people know it; one of several has its number."""
    bare = re.sub(r"\.\d+", "", field)
    number = re.search(r"\d+", field)
    name = say(f"workshop.field.{bare}")
    return say("workshop.field.numbered", name=name, number=number[0]) if number else name


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= TEXTS else flat[: TEXTS - 1].rstrip() + "…"


def _deck(old: Deck, new: Deck) -> Iterator[Change]:
    was, now = (dict(part for name in HEAD for part in _opened(name, getattr(deck, name))) for deck in (old, new))
    yield from _compared("deck", (new.id, new.title), was, now)


def _cards(old: Deck, new: Deck) -> Iterator[Change]:
    before = {card.id: card for card in _all(old)}
    there = {card.id for card in _all(new)}
    met: set[str] = set()
    for card in _all(new):
        former = next((one for one in card.former_ids if one in before and one not in there), "")
        known = before.get(card.id) or before.get(former)
        if known is None or type(known) is not type(card):
            yield Change("added", _kind(card), card.id, card.label)
            continue
        met.add(known.id)
        if known.id != card.id:
            yield Change("renamed", _kind(card), card.id, card.label, before=known.id, after=card.id)
        yield from _card(known, card)
    yield from (Change("removed", _kind(one), one.id, one.label) for one in before.values() if one.id not in met)


def _all(deck: Deck) -> tuple[Card, ...]:
    cards: tuple[Card, ...] = (*deck.issues, *deck.levers, *deck.events)
    return tuple(card for card in cards if card.id not in deck.retired)


def _kind(card: Card) -> str:
    return "issue" if isinstance(card, IssueCard) else "lever" if isinstance(card, LeverCard) else "event"


def _card(old: Card, new: Card) -> Iterator[Change]:
    yield from _compared(_kind(new), (new.id, new.label), dict(_parts(old)), dict(_parts(new)))


def _compared(kind: str, named: tuple[str, Text], was: Found, now: Found) -> Iterator[Change]:
    """Tell the parts that changed: texts language by language, the others as they are typed."""
    one, name = named
    texts = {key: (was.get(key, Text()), now.get(key, Text())) for key in (*was, *now) if _is_text(was, now, key)}
    yield from _worded(kind, one, name, texts)
    for key in dict.fromkeys((*was, *now)):
        if key in texts or was.get(key) == now.get(key):
            continue
        what = "recosted" if key in FIGURES else "answers" if key == "answers" else "changed"
        yield Change(what, kind, one, name, key, before=_said(was.get(key)), after=_said(now.get(key)))


def _is_text(was: Found, now: Found, key: str) -> bool:
    return isinstance(was.get(key, now.get(key)), Text) and isinstance(now.get(key, was.get(key)), Text)


def _parts(thing: object) -> Iterator[tuple[str, object]]:
    """Give what a thing is made of; its id and its former ones are told apart already."""
    for part in fields(thing):  # type: ignore[arg-type]  # whatever a deck is made of is a dataclass
        if part.name not in ("id", "former_ids", "blank"):
            yield from _opened(part.name, getattr(thing, part.name))


def _opened(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Give a part, what is made of parts opened up: target.goal, indicators.1.name; effects by their own names."""
    if isinstance(value, tuple) and value and is_dataclass(value[0]):
        for i, one in enumerate(value, 1):
            yield from _opened(f"{name}.{i}", one)
    elif is_dataclass(value) and not isinstance(value, Text):
        prefix = "" if name == "effects" else f"{name}."
        yield from ((f"{prefix}{key}", inner) for key, inner in _parts(value))
    elif value is not None and value != ():
        yield name, value


def _worded(kind: str, one: str, name: Text, texts: Mapping[str, tuple[object, object]]) -> Iterator[Change]:
    for key, (was, now) in texts.items():
        assert isinstance(was, Text)
        assert isinstance(now, Text)
        for lang in dict.fromkeys((*_languages(was), *_languages(now))):
            before, after = _own(was, lang), _own(now, lang)
            if before != after:
                yield Change("reworded", kind, one, name, key, lang, before, after)


def _languages(text: Text) -> tuple[str, ...]:
    return tuple(lang for lang in ("fr", "en", *dict(text.others)) if text.has(lang))


def _own(text: Text, lang: str) -> str:
    return text.say(lang) if text.has(lang) else ""


def _said(value: object) -> str:
    """Give a value as one types it in a deck: lists by commas, yes and no as true and false."""
    if isinstance(value, tuple):
        return ", ".join(_said(one) for one in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _groups(old: Deck, new: Deck) -> Iterator[Change]:
    was_all: tuple[tuple[Group, ...], ...] = (old.axes, old.stages, old.families)
    now_all: tuple[tuple[Group, ...], ...] = (new.axes, new.stages, new.families)
    for kind, was, now in zip(GROUPS, was_all, now_all, strict=True):
        before = {one.id: one for one in was}
        for one in now:
            if one.id not in before:
                yield Change("added", kind, one.id, one.name)
            else:
                yield from _group(kind, before[one.id], one)
        gone = set(before) - {one.id for one in now}
        yield from (Change("removed", kind, one.id, one.name) for one in was if one.id in gone)


def _group(kind: str, old: Group, new: Group) -> Iterator[Change]:
    yield from _compared(kind, (new.id, new.name), dict(_parts(old)), dict(_parts(new)))


def _pairs(old: Deck, new: Deck) -> Iterator[Change]:
    former = {one: card.id for card in _all(new) for one in card.former_ids if new.card(one) is card}
    for kind, was, now in (("tension", old.tensions, new.tensions), ("synergy", old.synergies, new.synergies)):
        before = {frozenset(former.get(one, one) for one in pair.pair): pair for pair in was}
        after = {frozenset(pair.pair): pair for pair in now}
        for key, pair in after.items():
            name = " + ".join(pair.pair)
            if key not in before:
                yield Change("added", kind, name, pair.why)
                continue
            texts = [dict(_parts(one)) for one in (before[key], pair)]
            both = {part: (texts[0][part], texts[1][part]) for part in texts[1] if part != "pair"}
            yield from _worded(kind, name, pair.why, both)
        yield from (
            Change("removed", kind, " + ".join(pair.pair), pair.why) for key, pair in before.items() if key not in after
        )
