"""The law as it is told: a sentence anyone understands, then its words, how sure they are and as of when."""

from __future__ import annotations

from game.core.cards import Deck
from game.core.law import dated
from game.core.legal import Legal
from game.view.tree.sight import Sight
from game.words import calendar


def reference(s: Sight, deck: Deck, legal: Legal) -> str:
    """Give a reference with its confidence and its date."""
    lang, read = s.speaker.lang, dated(deck, legal)
    facts = {"text": legal.text.say(lang), "confidence": s.say(f"spot.confidence.{legal.confidence}")}
    told = s.say("spot.legal_read", **facts, day=calendar.day(read, lang)) if read else ""
    return told or s.say("spot.legal_text", **facts)
