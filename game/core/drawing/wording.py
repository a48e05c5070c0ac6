"""What is said of a place, and taking it off the map: commands and their events side by side."""

from __future__ import annotations

from game.core.drawing.drawing import Drawing, DrawnPlace, shortened
from game.core.drawing.shaping import named
from game.core.errors import Refused
from game.core.family import SHORT_LIMIT
from game.core.frozen import dataclass
from game.core.text import Text
from game.core.values import replace


def _said(drawing: Drawing, text: Text, lang: str, said: str) -> Text:
    """Say another thing in a language; in all of them, where one text stood for all."""
    if len(text.said) == 1:
        return drawing.said(said)
    if lang in ("fr", "en"):
        return replace(text, **{lang: said})
    return replace(text, others=(*(pair for pair in text.others if pair[0] != lang), (lang, said)))


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Name a place in a language. A short name that was only the name cut short is cut anew."""

    place: str
    lang: str
    text: str = ""

    def decide(self, drawing: Drawing) -> tuple[PlaceNamed, ...]:
        """Name it. Raises Refused: place_gone, place_name_missing, place_name_long, place_name_taken."""
        place, said = drawing.place(self.place), named(self.text)
        name = _said(drawing, place.name, self.lang, said)
        short = place.short
        if short.say(self.lang) == shortened(place.name.say(self.lang)):
            short = _said(drawing, short, self.lang, shortened(said))
        return _named(drawing, place, name, short)


@dataclass(frozen=True, slots=True)
class ShortenName:
    """Give a place its short name in a language."""

    place: str
    lang: str
    text: str = ""

    def decide(self, drawing: Drawing) -> tuple[PlaceNamed, ...]:
        """Name it. Raises Refused: place_gone, place_name_missing, place_short_long, place_name_taken."""
        place, said = drawing.place(self.place), named(self.text)
        if len(said) > SHORT_LIMIT:
            raise Refused("place_short_long", limit=SHORT_LIMIT)
        return _named(drawing, place, place.name, _said(drawing, place.short, self.lang, said))


def _named(drawing: Drawing, place: DrawnPlace, name: Text, short: Text) -> tuple[PlaceNamed, ...]:
    if (name, short) == (place.name, place.short):
        return ()
    drawing.free_name(name if name != place.name else Text(), short if short != place.short else Text(), but=place.id)
    return (PlaceNamed(place.id, name, short),)


@dataclass(frozen=True, slots=True)
class PlaceNamed:
    """A place is called otherwise."""

    place: str
    name: Text
    short: Text

    def apply(self, drawing: Drawing) -> Drawing:
        """Call it so."""
        return drawing.swapped(replace(drawing.place(self.place), name=self.name, short=self.short))


@dataclass(frozen=True, slots=True)
class SetFamily:
    """Have a family buy for a place, or no longer."""

    place: str
    family: str
    on: bool

    def decide(self, drawing: Drawing) -> tuple[FamiliesSet, ...]:
        """Set it. Raises Refused: place_gone, place_decor, place_family_missing, place_family_bought."""
        place = drawing.place(self.place)
        if place.decor:
            raise Refused("place_decor")
        kept = tuple(one for one in place.families if one != self.family)
        families = drawing.served((*kept, self.family) if self.on else kept)
        if not self.on and (place.id, self.family) in drawing.bought:
            raise Refused("place_family_bought", family=self.family)
        return (FamiliesSet(place.id, families),) if set(families) != set(place.families) else ()


@dataclass(frozen=True, slots=True)
class FamiliesSet:
    """Other families buy for a place."""

    place: str
    families: tuple[str, ...]

    def apply(self, drawing: Drawing) -> Drawing:
        """Give them the place."""
        return drawing.swapped(replace(drawing.place(self.place), families=self.families))


@dataclass(frozen=True, slots=True)
class SetSure:
    """Say whether the spot of a place is sure, or a guess."""

    place: str
    sure: bool

    def decide(self, drawing: Drawing) -> tuple[SureSet, ...]:
        """Say it. Raises Refused: place_gone."""
        return (SureSet(self.place, self.sure),) if drawing.place(self.place).sure != self.sure else ()


@dataclass(frozen=True, slots=True)
class SureSet:
    """The spot of a place is sure, or a guess."""

    place: str
    sure: bool

    def apply(self, drawing: Drawing) -> Drawing:
        """Take it so."""
        return drawing.swapped(replace(drawing.place(self.place), sure=self.sure))


@dataclass(frozen=True, slots=True)
class RemovePlace:
    """Take a place off the map and out of the scenario."""

    place: str

    def decide(self, drawing: Drawing) -> tuple[PlaceRemoved, ...]:
        """Take it away. Raises Refused: place_gone, place_bought (count), place_last."""
        place = drawing.place(self.place)
        count = sum(one == place.id for one, _ in drawing.bought)
        if count:
            raise Refused("place_bought", place=place.id, n=count)
        if len(drawing.places) == 1:
            raise Refused("place_last")
        return (PlaceRemoved(place.id),)


@dataclass(frozen=True, slots=True)
class PlaceRemoved:
    """A place is gone."""

    place: str

    def apply(self, drawing: Drawing) -> Drawing:
        """Leave it out."""
        return replace(drawing, places=tuple(one for one in drawing.places if one.id != self.place))
