"""Who draws anything, mostly what could be: the same seed draws the same gestures on the same town."""

from random import Random

from game.core.drawing import shaping, wording
from game.core.drawing.drawing import Drawing
from game.core.drawing.outline import box

NAMES = (
    "Halle aux grains", "École « Les Prés » : maternelle", "no", "12", "L'Œuvre # 2", 'a "quoted" \\ one', "",
    "日本 🎬", "Un nom bien plus long que ce que le plan veut bien prendre", "x" * 90, "Mairie", "a: b, {c}", "- tiret",
)  # fmt: skip


def any_command(dice: Random, drawing: Drawing) -> object:
    """Choose a command: of ten one is drawn from anything, the others could be."""
    place = dice.choice(drawing.places)
    ring, family = place.pieces[0][0], dice.choice(drawing.families)
    near = _beside(dice, dice.choice(ring))
    corner = dice.randrange(len(ring))
    few = tuple(dice.sample(drawing.families, dice.randrange(0, 3)))
    return dice.choice((
        shaping.DrawCorner(_anywhere(dice, drawing)),
        shaping.DrawCorner(_beside(dice, drawing.sketch[-1]) if drawing.sketch else near),
        shaping.DrawCorner(_beside(dice, drawing.sketch[-1]) if drawing.sketch else near),
        shaping.DropSketch() if dice.random() < 0.2 else shaping.DrawCorner(near),
        shaping.AddPlace(dice.choice(NAMES), few),
        shaping.AddPlace(f"Lieu {dice.randrange(1000)}", drawing.families[:2]),
        shaping.AddPlaceAt(f"Lieu {dice.randrange(1000)}", (family,), f"{near[1]:.5f}".replace(".", ","), f"{near[0]}"),
        shaping.MovePlace(place.id, (dice.uniform(-0.01, 0.01), dice.uniform(-0.01, 0.01))),
        shaping.MovePlaceTo(place.id, str(near[1]), str(near[0])),
        shaping.MoveCorner(place.id, corner, near),
        shaping.AddCorner(place.id, corner, near),
        shaping.RemoveCorner(place.id, corner),
        wording.NamePlace(place.id, dice.choice(drawing.langs), dice.choice(NAMES)),
        wording.ShortenName(place.id, dice.choice(drawing.langs), dice.choice(NAMES)),
        wording.SetFamily(place.id, family, dice.random() < 0.5),
        wording.SetSure(place.id, dice.random() < 0.5),
        wording.RemovePlace(place.id),
        wording.RemovePlace(drawing.places[-1].id),
    ))  # fmt: skip


def _anywhere(dice: Random, drawing: Drawing) -> tuple[float, float]:
    x0, y0, x1, y1 = drawing.frame
    return dice.uniform(x0 - 0.01, x1 + 0.01), dice.uniform(y0 - 0.01, y1 + 0.01)


def _beside(dice: Random, point: tuple[float, float]) -> tuple[float, float]:
    return point[0] + dice.uniform(-0.001, 0.001), point[1] + dice.uniform(-0.001, 0.001)


def boxes(drawing: Drawing) -> dict[str, tuple[float, ...]]:
    """Give where each place is."""
    return {place.id: box(place.pieces) for place in drawing.places}
