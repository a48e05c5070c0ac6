"""A reference of law as papers give it: its words, how sure it is, the day it was read."""

from __future__ import annotations

from game.export.telling import Teller


def cited(tell: Teller, text: str, confidence: str, read: str) -> str:
    """Word a reference; `read` is the date it was read at ("" if none is known), `confidence` that of core.cards."""
    sure = tell.say(f"confidence_{confidence.replace('-', '_')}" if confidence else "confidence_none")
    if not read:
        return tell.say("paper.legal", text=text, confidence=sure)
    return tell.say("paper.legal_read", text=text, confidence=sure, day=tell.month(read))
