"""The SPEC of what a scenario teaches a new member: the strip of a purchase, questions, the cards dealt to a family."""

from __future__ import annotations

from game.content.spec import Shape, name, plain, things, words
from game.core import induction

FRAME = Shape(
    induction.Frame,
    {"id": name(), "title": words(24), "icon": plain("icon"), "says": words(130), "place": words(130)},
    ("frame",),
)
QUESTION = Shape(
    induction.Question,
    {"id": name(), "says": words(80), "answer": plain("yesno"), "why": words(130), "lesson": words(130)},
    ("question",),
)
INDUCTION = Shape(induction.Induction, {"frames": things(FRAME, 2), "questions": things(QUESTION)})
