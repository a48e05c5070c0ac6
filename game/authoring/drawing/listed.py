"""The places of a scenario's text: one written, changed or taken out, every other line and comment left as it is."""

from __future__ import annotations

from game.authoring.sheet.patch import Edit, ends, insertion, line_start, margin, removal
from game.authoring.sheet.reconcile import rewritten
from game.authoring.sheet.render import item
from game.authoring.sheet.wanted import Want
from game.content.scenario import PLACE
from game.content.spans import Spot, spots
from game.content.spec import Shape
from game.core.drawing.drawing import DrawnPlace
from game.core.text import Text

NAMED, SERVED = (Shape(dict, {key: PLACE.fields[key] for key in keys}) for keys in (("name", "short"), ("families",)))
"""What of a place is brought to what is wanted: the other keys are not looked at."""


def added(text: str, place: DrawnPlace, langs: tuple[str, ...]) -> Edit:
    """Write a place after the others."""
    listed = _listed(text)
    lead = "" if listed.flow else margin(text, listed)
    want: dict[str, Want] = {"id": place.id, **_names(place, langs), "families": list(place.families)}
    flow = listed.flow or listed.items[-1].flow
    written = item(PLACE, want, lead, ends(text), flow=flow)
    return insertion(text, listed, len(listed.items) - 1, written)


def removed(text: str, place: str) -> Edit:
    """Take a place out."""
    listed = _listed(text)
    return removal(text, listed, _rank(listed, place))


def named(text: str, place: DrawnPlace, langs: tuple[str, ...]) -> Edit:
    """Write the name and the short name of a place."""
    return _changed(text, place.id, NAMED, _names(place, langs))


def served(text: str, place: str, families: tuple[str, ...]) -> Edit:
    """Write the families that buy for a place."""
    return _changed(text, place, SERVED, {"families": list(families)})


def _listed(text: str) -> Spot:
    found = spots(text).get("places")
    if found is None:
        raise KeyError("places")
    return found


def _rank(listed: Spot, place: str) -> int:
    return next(at for at, one in enumerate(listed.items) if (said := one.get("id")) and said.value == place)


def _changed(text: str, place: str, what: Shape, want: dict[str, Want]) -> Edit:
    listed = _listed(text)
    spot = listed.items[_rank(listed, place)]
    written = rewritten(text[spot.start : spot.end], spot.start - line_start(text, spot.start), what, want)
    return Edit(spot.start, spot.end, written)


def _names(place: DrawnPlace, langs: tuple[str, ...]) -> dict[str, Want]:
    def said(text: Text) -> Want:
        return {lang: text.say(lang) for lang in langs if text.has(lang)}

    return {"name": said(place.name), "short": said(place.short)}
