"""Values as people type them in a cell (yes, a day, a scale; French or English), given as the deck format has them."""

from __future__ import annotations

import re
from functools import cache

from game.content.near import slug
from game.content.spec import Field

_WORDS = {
    "yes": "oui yes vrai true x o y",
    "no": "non no faux false n",
    "partial": "partiel partielle partiellement en-partie partial partly",
    "sure": "sure sur surs certain certaine verifie verifiee",
    "probable": "probable probablement likely",
    "to-check": "a-verifier verifier incertain incertaine douteux doute to-check unsure",
    "works": "travaux works",
    "supplies": "fournitures fourniture supplies",
    "services": "service services",
    "rules": "regles reglement rules",
    "criteria": "criteres critere criteria",
    "clauses": "clause clauses",
    "1": "mensuel chaque-mois monthly",
    "3": "trimestriel chaque-trimestre quarterly",
    "6": "semestriel chaque-semestre half-yearly",
    "12": "annuel chaque-annee chaque-an yearly",
}
"""Words of closed lists, as ids parted by spaces."""
_GRADES = {1: "faible bas basse petit petite leger legere low small", 2: "moyen moyenne medium middling",
           3: "fort forte eleve elevee haut haute important importante high strong"}  # fmt: skip
_SHIFTS = {
    -2: "forte-baisse baisse-forte economise-beaucoup", -1: "baisse economie economise moins gain reduit saves",
    0: "neutre nul nulle aucun aucune sans zero stable egal idem none neutral same",
    1: "hausse surcout plus faible leger legere moyen adds", 2: "forte-hausse fort forte eleve elevee high beaucoup",
}  # fmt: skip
_SIGNS = re.compile(r"[+\u2212\u2013-]{1,3}|=")
_COLOURS = {"bleu": "#0A2A8C", "rouge": "#8C1A1A", "vert": "#1F5D3A", "violet": "#5B2A86", "orange": "#A64B00",
            "marron": "#641000", "rose": "#A3195B", "turquoise": "#1A6B6B", "gris": "#4A4A4A", "noir": "#1B2230",
            "blue": "#0A2A8C", "red": "#8C1A1A", "green": "#1F5D3A", "purple": "#5B2A86", "brown": "#641000",
            "pink": "#A3195B", "grey": "#4A4A4A", "black": "#1B2230"}  # fmt: skip
_MONTHS = (
    ("janvier", "january"), ("fevrier", "february"), ("mars", "march"), ("avril", "april"), ("mai", "may"),
    ("juin", "june"), ("juillet", "july"), ("aout", "august"), ("septembre", "september"), ("octobre", "october"),
    ("novembre", "november"), ("decembre", "december"),
)  # fmt: skip
_DATE = re.compile(r"(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)?-)?([a-z]+)-(\d{4})")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})T.*")


def meant(field: Field, text: str) -> str:
    """Give what a cell says as the deck format writes it; a text that says nothing known is given as it is."""
    if field.kind in ("day", "month"):
        return _day(text.strip(), field.kind)
    if field.kind in ("choice", "yesno"):
        choices = field.choices or ("yes", "no")
        return text if text in choices else _listed(slug(text), choices) or text
    if field.kind == "whole":
        return _graded(field, text.strip())
    if field.kind == "list" and field.of is not None and field.of.kind == "choice":
        return "; ".join(meant(field.of, one.strip()) for one in re.split(r"[;,\n]", text) if one.strip())
    return _COLOURS.get(slug(text), text) if field.kind == "colour" else text


@cache
def _by_word() -> dict[str, str]:
    return {word: value for value, words in _WORDS.items() for word in words.split()}


def _listed(word: str, choices: tuple[str, ...]) -> str:
    found = _by_word().get(word, "")
    return found if found in choices else ""


def _graded(field: Field, text: str) -> str:
    """Read a word or the signs of a scale: `fort`, `++`."""
    shifts = field.low < 0
    if _SIGNS.fullmatch(text):
        count = 0 if text == "=" else len(text) if text[0] == "+" else -len(text)
        return str(count)
    if field.high > 4:
        return text
    scale = _SHIFTS if shifts else _GRADES
    return next((str(value) for value, words in scale.items() if slug(text) in words.split()), text)


def _day(text: str, kind: str) -> str:
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return iso[1]
    found = _DATE.fullmatch(text)
    if found is not None:
        return _dated(found[1], int(found[2]), found[3])
    named = _NAMED.fullmatch(slug(text))
    month = next((at for at, words in enumerate(_MONTHS, 1) if named and named[2] in words), 0)
    return _dated(named[1] if kind == "day" else None, month, named[3]) if named and month else text


def _dated(day: str | None, month: int, year: str) -> str:
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
