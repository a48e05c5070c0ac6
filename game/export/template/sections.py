"""Which page of a town's paper the minutes are written on: of several sections, the body's, not the cover's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from game.core.frozen import dataclass
from game.export.template.tree import R, W, local, w

KINDS = ("default", "first", "even")
HEADER, FOOTER = "headerReference", "footerReference"
PARTS = tuple((what, kind) for what in (HEADER, FOOTER) for kind in KINDS)
Refs = Mapping[tuple[str, str], str]
"""The part (its relation) that stands at the head or the foot of the pages of a kind."""
PAGE = {"w": 11906, "h": 16838}
"""A4, in twentieths of a point: what Word gives where a paper says nothing."""
MARGINS = {"top": 1417, "right": 1417, "bottom": 1417, "left": 1417, "header": 708, "footer": 708, "gutter": 0}
SMALLEST, LARGEST = 2_835, 31_680
"""A page's side at least (5 cm) and at most (Word's own limit)."""
UNITS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
"""Twentieths of a point in a unit."""
KEPT = ("paperSrc", "pgBorders", "pgNumType", "bidi", "docGrid")
"""What a section keeps besides its page, margins and heads; columns, line numbers and protection are the text's."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section as it comes out in Word: what it does not say of its heads and feet it has from the one before."""

    props: Any
    refs: Refs
    words: int
    """Signs of its text."""


def sections(document: Any) -> tuple[Section, ...]:
    """Give the sections of a document in order; one without any has one that says nothing."""
    found: list[Section] = []
    refs: Refs = {}
    words = 0
    for part in document.iter(w("t"), w("sectPr")):
        if part.tag == w("t"):
            words += len(part.text or "")
            continue
        refs = {**refs, **_own(part)}
        found.append(Section(part, refs, words))
        words = 0
    return tuple(found) or (Section(None, {}, words),)


def _own(props: Any) -> Refs:
    told = [one for one in props if local(one) in (HEADER, FOOTER)]
    return {(local(one), one.get(w("type")) or "default"): one.get(f"{{{R}}}id") or "" for one in told}


def body(found: Iterable[Section], filled: Iterable[str]) -> Section:
    """Choose the section whose page rules: one with a head and a foot on its common pages, upright, of most words.

    `filled` are the relations of the heads and feet that hold anything.
    """
    full = frozenset(filled)

    def weight(section: Section) -> tuple[int, int, bool, int]:
        common = sum(section.refs.get((what, "default")) in full for what in (HEADER, FOOTER))
        return common, sum(ref in full for ref in section.refs.values()), _upright(section.props), section.words

    return max(found, key=weight)  # the first of equals


def heads(section: Section, filled: Iterable[str], *, even: bool) -> dict[tuple[str, str], str]:
    """Give what stands at the head and foot of each kind of page.

    First and even pages are told apart only where the town put something on them, and then have the common head or foot
    where theirs is empty: no page is bare.
    """
    full = frozenset(filled)
    told = {what: ref for what, ref in section.refs.items() if ref in full}
    wanted = ["default"]
    wanted += ["first"] if _first_apart(section.props) and _any(told, "first") else []
    wanted += ["even"] if even and _any(told, "even") else []
    asked = {(what, kind): told.get((what, kind)) or told.get((what, "default")) for what, kind in PARTS
             if kind in wanted}  # fmt: skip
    return {what: ref for what, ref in asked.items() if ref}


def _any(told: Refs, kind: str) -> bool:
    return any(one == kind for _, one in told)


def _first_apart(props: Any) -> bool:
    mark = props.find(w("titlePg")) if props is not None else None
    return mark is not None and (mark.get(w("val")) or "1") not in ("0", "false", "off")


def _upright(props: Any) -> bool:
    page = _sizes(props, "pgSz", PAGE)
    return page["w"] <= page["h"]


def page_of(section: Section, refs: Mapping[tuple[str, str], str]) -> Any:
    """Write the one section of the paper: its page and margins sound, its heads those of `refs` (new relations)."""
    from lxml import etree

    made = etree.Element(w("sectPr"), nsmap={"w": W, "r": R})
    for (what, kind), ref in refs.items():
        etree.SubElement(made, w(what), {w("type"): kind, f"{{{R}}}id": ref})
    page = _page(section.props)
    kept = {name: section.props.find(w(name)) if section.props is not None else None for name in KEPT}
    size = {w(name): str(value) for name, value in page.items()}
    if page["w"] > page["h"]:
        size[w("orient")] = "landscape"
    etree.SubElement(made, w("pgSz"), size)
    etree.SubElement(made, w("pgMar"), {w(name): str(value) for name, value in _margins(section.props, page).items()})
    made.extend(kept[name] for name in KEPT[:3] if kept[name] is not None)
    if any(kind == "first" for _, kind in refs):
        etree.SubElement(made, w("titlePg"))
    made.extend(kept[name] for name in KEPT[3:] if kept[name] is not None)
    return made


def _page(props: Any) -> dict[str, int]:
    page = _sizes(props, "pgSz", PAGE)
    return page if all(SMALLEST <= side <= LARGEST for side in page.values()) else dict(PAGE)


def _margins(props: Any, page: Mapping[str, int]) -> dict[str, int]:
    """Give the margins; the usual ones where the town's leave no room to write."""
    told = _sizes(props, "pgMar", MARGINS)
    across = page["w"] - told["left"] - told["right"] - told["gutter"]
    down = page["h"] - abs(told["top"]) - abs(told["bottom"])
    sound = min(told[side] for side in ("left", "right", "header", "footer", "gutter")) >= 0
    if sound and across >= page["w"] // 3 and down >= page["h"] // 3:
        return told
    side = min(MARGINS["left"], page["w"] // 8)
    return dict(MARGINS) | dict.fromkeys(("left", "right"), side) | dict.fromkeys(("top", "bottom"), side)


def _sizes(props: Any, name: str, usual: Mapping[str, int]) -> dict[str, int]:
    """Give the sizes an element tells, in twentieths of a point; the usual one for what is missing or no number."""
    part = props.find(w(name)) if props is not None else None
    told = part.attrib if part is not None else {}
    return {side: _twentieths(told.get(w(side)), value) for side, value in usual.items()}


def _twentieths(said: str | None, usual: int) -> int:
    """Read a size: twentieths of a point, or a number with its unit."""
    if said is None:
        return usual
    unit = UNITS.get(said[-2:], 0.0)
    try:
        return round(float(said[:-2]) * unit if unit else float(said))
    except (ValueError, OverflowError):
        return usual
