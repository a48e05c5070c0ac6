"""Towns to draw on: copies of ours, their two texts written as other hands and tools write them."""

import json
import shutil
from pathlib import Path

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def copied(into, name="blagnac", made=lambda scenario, town: (scenario, town)):
    """Copy a scenario, its two texts made otherwise."""
    folder = into / name
    shutil.copytree(SCENARIOS / name, folder)
    files = folder / "scenario.yaml", folder / "town.geojson"
    for file, text in zip(files, made(*(file.read_bytes() for file in files)), strict=True):
        file.write_bytes(text)
    return folder


def contents(desk):
    """Give the bytes of the two files as they are on disk."""
    return tuple(file.read_bytes() for file in desk.files)


def as_windows(scenario, town):
    return b"\xef\xbb\xbf" + scenario.replace(b"\n", b"\r\n"), town.replace(b"\n", b"\r\n")


def as_qgis(scenario, town):
    """Write the map as other tools do: over many lines, ids beside the properties, several pieces, markers."""
    root = json.loads(town)
    places = [one for one in root["features"] if one["properties"]["kind"] == "place"]
    for at, one in enumerate(places):
        if at % 3 == 0:
            one["id"] = one["properties"].pop("id")
        if at % 4 == 1:
            one["geometry"] = {"type": "MultiPolygon", "coordinates": [one["geometry"]["coordinates"]]}
        if at % 4 == 2:
            one["geometry"] = {"type": "Point", "coordinates": one["geometry"]["coordinates"][0][0]}
    root["features"] = places + [one for one in root["features"] if one not in places]
    return scenario, json.dumps(root, indent=2).encode()


WAYS = {"as it is": lambda *texts: texts, "windows": as_windows, "qgis": as_qgis}
