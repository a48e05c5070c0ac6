"""What one who was not there can say of an afternoon, from its transcript alone: nothing else is read here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

AIM = r"(CLAP-\S+) \| (.+?) \| {}, (.+?) \| {}, (.+?) \| {}, (.+?) \| {}, (.+)"
WORDS = {
    "fr": {
        "issue": r"Enjeu posé : (.+), ({families}), (.+?)\.",
        "lever": r"Levier posé : (.+?), pour l'enjeu « (.+?) »\.",
        "taken": r"En main : (?:Enjeu|Levier) : (.+) \(",
        "refused": r"({families}) : les 2 places d'enjeux sont prises",
        "undone": r"Geste annulé : ",
        "redone": r"Geste rétabli : ",
        "vote": r"Vote clos\. Gardés : (.+?)\. À égalité : (.+?)\. Renoncés : (.+?)\.$",
        "tie": r"La coprésidence garde (.+?) et renonce à (.+?)\.",
        "adopted": r"Objectif adopté : (.+?)\.$",
        "objective": AIM.format("Indicateur", "Objectif chiffré", "Échéance", r"Élu\(e\) référent\(e\)"),
        "ended": r"Séance close",
    },
    "en": {
        "issue": r"Issue placed: (.+), ({families}), (.+?)\.",
        "lever": r"Lever placed: (.+?), for the issue “(.+?)”\.",
        "taken": r"In hand: (?:Issue|Lever): (.+) \(",
        "refused": r"({families}): all 2 issue slots are taken",
        "undone": r"Undone: ",
        "redone": r"Redone: ",
        "vote": r"Vote closed\. Kept: (.+?)\. Tied: (.+?)\. Dropped: (.+?)\.$",
        "tie": r"The co-chairs keep (.+?) and drop (.+?)\.",
        "adopted": r"Objective adopted: (.+?)\.$",
        "objective": AIM.format("Indicator", "Figures", "Deadline", "In charge"),
        "ended": r"Session closed",
    },
}
"""The words by which each thing is known."""


@dataclass
class Afternoon:
    """Who placed what where, what was refused, what the vote kept, what was tied, what is aimed at."""

    issues: dict[str, tuple[str, str]] = field(default_factory=dict)
    levers: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    vote: tuple[tuple[str, ...], ...] = ()
    tie: tuple[str, str] = ("", "")
    adopted: list[str] = field(default_factory=list)
    objectives: dict[str, tuple[str, ...]] = field(default_factory=dict)


def retold(transcript: list[str], lang: str, families: tuple[str, ...]) -> Afternoon:
    """Retell what was announced and read, up to the end of the session; `families` are the names a member knows."""
    names = "|".join(re.escape(one) for one in families)
    words = {key: re.compile(said.replace("{families}", names)) for key, said in WORDS[lang].items()}
    found, hand = Afternoon(), ""
    for row in transcript:
        kind, _, text = row.strip().partition(" ")
        if kind not in ("said", "read"):
            continue
        if words["ended"].match(text):
            break
        if taken := words["taken"].match(text):
            hand = taken[1]
        _heard(found, words, text, hand)
    return found


def _heard(found: Afternoon, words: dict[str, re.Pattern[str]], text: str, hand: str) -> None:
    if placed := words["issue"].search(text):
        if words["undone"].match(text):
            found.issues.pop(placed[1])
        else:
            found.issues[placed[1]] = (placed[2], placed[3])
    if laid := words["lever"].match(text):
        found.levers.append((laid[1], laid[2]))
    if full := words["refused"].match(text):
        found.refused.append((hand, full[1]))
    _decided(found, words, text)


def _decided(found: Afternoon, words: dict[str, re.Pattern[str]], text: str) -> None:
    if closed := words["vote"].match(text):
        found.vote = tuple(tuple(re.split("; " if ";" in part else ", ", part)) for part in closed.groups())
    if settled := words["tie"].match(text):
        found.tie = (settled[1], settled[2])
    if adopted := words["adopted"].search(text):
        found.adopted.append(adopted[1])
    if aim := words["objective"].match(text):
        found.objectives[aim[1]] = aim.groups()[1:]
