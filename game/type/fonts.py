"""Which font files the table is set in, and where their packages put them."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from game.core.errors import SetupError

FACE = ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible")
OTHER = ("font_source_sans_pro", "SourceSansPro")
"""The face, and the one that sets a whole line when the face lacks one of its glyphs."""

SURE = "\u202f\u00a0\u2011"
"""Signs that are drawn right although the face's map lacks them."""


def font_file(package: str, name: str) -> Path:
    """Find a font file of an installed font package. Raises font_missing."""
    spec = find_spec(package)
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder) / "files" / name
        if path.is_file():
            return path
    raise SetupError("font_missing", font=name, package=package.replace("_", "-"))


def face_file(*, bold: bool, other: bool = False, italic: bool = False) -> Path:
    """Find the file of the face, or of the other one, in a weight; bold alone is also italic. Raises font_missing."""
    package, family = OTHER if other else FACE
    weight = "BoldItalic" if italic and not other else "Bold" if bold else "Regular"
    return font_file(package, f"{family}-{weight}.ttf")
