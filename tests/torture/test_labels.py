"""Two hundred random towns, and towns made of real maps, are laid out without a fault at every size and text scale."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.cli.main import run
from game.core.labels.labelling import Named, labelled
from game.core.town import Extent
from tests.core.towns import FRAMES, PERCENTS, asked, faults, of, random_town

GEO = Path(os.environ.get("CLAP_SHARED", Path(__file__).parents[3] / "shared")) / "data" / "geo"
MAPS = (
    "cambridge_ma_town.geojson.gz", "vaduz_osm_2026_small.geojson.gz", "andorra_la_vella_osm_2025_small.geojson.gz",
    "cth_zurich-city.geojson.gz", "cth_paris.geojson", "cth_kaiserslautern.geojson", "cth_sydney.geojson",
    "cth_las-vegas.geojson", "liechtenstein_osm_2026_medium.geojson.gz",
)  # fmt: skip


def holds(town: tuple[Extent, tuple[Named, ...]]) -> None:
    """Lay a town out in every frame at every text scale."""
    for frame in FRAMES:
        for percent in PERCENTS:
            wanted = asked(town, frame, percent)
            assert faults(wanted, labelled(wanted)) == set(), (frame, percent)


@pytest.mark.parametrize("seed", range(200))
def test_any_town_is_laid_out_without_a_fault(seed: int) -> None:
    holds(random_town(seed))


@pytest.mark.skipif(not GEO.is_dir(), reason="maps that others published stand beside the project: shared/data/geo")
@pytest.mark.parametrize("file", MAPS)
def test_a_town_made_of_a_map_is_laid_out_without_a_fault(file: str, tmp_path: Path) -> None:
    folder = tmp_path / "town"
    assert run(["scenario", "new", str(folder), "--map", str(GEO / file)]) == 0
    for lang in ("fr", "en"):
        holds(of(folder, lang))
