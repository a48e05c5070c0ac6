"""What the table may show: every screen, dialog and layer, at a moment of an afternoon; what the wide grids walk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from game.core.session import Session
from game.view.answer.leading import Leading
from game.view.answer.ui import Ui, with_faults
from tests.view import afternoon, ballots, council, elsewhere, guesses, inductions, reviews, test_photos, voices
from tests.view.guesses import answered, revealed
from tests.view.room import Hands
from tests.view.rooms import at
from tests.view.test_home import DAMAGED, FULL
from tests.view.test_opendata import ISSUE, STEPS
from tests.view.test_problems import FAULTS

STEPS_TOLD = ("guesses", "truth", "bias")
TORN = "+".join(council.PAIR)


@dataclass(frozen=True)
class Shown:
    """A screen of a session as one view shows it."""

    session: Callable[[], Session | None]
    view: dict[str, object] = field(default_factory=dict)

    def at(self, size: tuple[int, int], percent: int, lang: str) -> Hands:
        """Show it in a window, at a size of text, in a language."""
        return at(self.session(), size=size, percent=percent, lang=lang, **({"screen": "play"} | self.view))


def _nothing() -> None:
    """Give no session: home."""


def _phases() -> dict[str, Shown]:
    """Give the phases of every deck, and the sides and pages of those that have some."""
    found = {f"phase {name}": Shown(made) for name, made in council.SESSIONS.items()}
    found |= {f"elsewhere {name}": Shown(made) for name, made in elsewhere.SESSIONS.items()}
    found |= {f"induction {name}": Shown(made) for name, made in inductions.SESSIONS.items()}
    for step in ("event", "sentence"):
        found[f"induction, {step}"] = Shown(inductions.trapped, {"tabs": (("family:step", step),)})
    for side in ("debate", "vote", "loads"):
        found[f"council {side}"] = Shown(council.voting, {"tabs": (("council", side),)})
        found[f"council {side}, crowded"] = Shown(council.crowded, {"tabs": (("council", side),)})
    for page in ("main", "context", "follow"):
        found[f"sheet {page}"] = Shown(council.poor, {"tabs": (("sheet", page),)})
        found[f"sheet {page}, adopted"] = Shown(council.undressed, {"tabs": (("sheet", page),)})
    for page in ("list", "sheet"):
        found[f"review {page}"] = Shown(reviews.later, {"tabs": (("review:page", page),)})
    return found


def _openings() -> dict[str, Shown]:
    """Give the sides of home and of the board, and the dialogs that come in several ways."""
    found = {}
    for step, survey in STEPS.items():
        found[f"open data {step}"] = Shown(council.sheets, {"dialog": "opendata", "about": ISSUE, "survey": survey})
    for step in ("files", "read"):
        found[f"photographs {step}"] = Shown(council.sheets, {"dialog": "photos", "photos": test_photos.STEPS[step]})
    for name in ("guide", "scale", "time", "note", "intention", "glossary", "leaving", "survey"):
        found[f"dialog {name}"] = Shown(afternoon.opened, {"dialog": name})
    for card in ("issue", "lever"):
        found[f"blank {card}"] = Shown(afternoon.placed, {"dialog": "blank", "about": card})
    for side in ("new", "resume"):
        found[f"home {side}"] = Shown(_nothing, {"screen": "home", "shelf": FULL, "tabs": (("home", side),)})
        found[f"home {side}, damaged"] = Shown(
            _nothing, {"screen": "home", "shelf": DAMAGED, "tabs": (("home", side),)}
        )
    for view in ("plan", "table"):
        found[f"board {view}"] = Shown(afternoon.full, {"tabs": (("view", view),)})
    return found


def _leading() -> dict[str, Shown]:
    """Give the facilitator's page and the room's window at the moments that differ there."""
    sessions = {
        "guess": afternoon.opened, "issues": afternoon.issues, "levers": afternoon.picked, "debate": council.laid,
        "vote": council.voting, "hidden": ballots.SESSIONS["going-hidden"], "tied": council.tied,
        "sheets": council.poor, "credits": council.rolled,
    }  # fmt: skip
    page, room = Leading(page=True, apart=True), Leading(room=True, apart=True)
    found = {f"lead {name}": Shown(made, {"lead": page, "now": 400}) for name, made in sessions.items()}
    found |= {f"room {name}": Shown(made, {"lead": room}) for name, made in sessions.items()}
    card = {"spotlight": "insertion-emploi"}
    found["lead shows a card"] = Shown(afternoon.picked, {"lead": replace(page, frozen="14:32")} | card)
    found["lead finds"] = Shown(afternoon.picked, {"lead": page, "texts": (("lead:search", "eau"),)})
    found["lead alone"] = Shown(afternoon.placed, {"lead": Leading(page=True)})
    found["room sees a card"] = Shown(afternoon.picked, {"lead": room} | card)
    found["room reads an event"] = Shown(council.voting, {"lead": room, "dialog": "event"})
    found["room reads the result"] = Shown(ballots.SESSIONS["settled"], {"lead": room, "dialog": "result"})
    found["room waits"] = Shown(_nothing, {"lead": room, "screen": "home"})
    for many, names in (("one", ("laptop",)), ("two", ("laptop", "Sony TV"))):
        found[f"windows, {many} screen"] = Shown(
            afternoon.opened, {"dialog": "windows", "lead": Leading(screens=names)}
        )
    found["windows, apart"] = Shown(afternoon.opened, {"dialog": "windows", "lead": replace(page, page=False)})
    return found


def _faulty() -> dict[str, object]:
    return {"faults": with_faults(FAULTS)(Ui()).faults}


VOTING = {"tabs": (("council", "vote"),)}
SHOWN: dict[str, Shown] = {
    "guess": Shown(afternoon.opened),
    "guessed": Shown(answered),
    "guess open": Shown(guesses.SESSIONS["open"]),
    "guessed open": Shown(guesses.SESSIONS["open-all"]),
    "slate": Shown(guesses.SESSIONS["some"], {"dialog": "slate"}),
    "reveal early": Shown(guesses.SESSIONS["some"], {"dialog": "early"}),
    **{f"share {step}": Shown(revealed, {"dialog": "share", "tabs": (("share", step),)}) for step in STEPS_TOLD},
    "revealed": Shown(revealed),
    "map": Shown(revealed, {"tabs": (("scouting", "map"),)}),
    "purchases": Shown(revealed, {"tabs": (("scouting", "list"), ("intention", "soli-nettoyage"))}),
    "seats": Shown(afternoon.opened, {"screen": "seats"}),
    "issues": Shown(afternoon.issues),
    "placed": Shown(afternoon.placed),
    "levers": Shown(afternoon.picked),
    "full": Shown(afternoon.full),
    "searching": Shown(afternoon.issues, {"texts": (("hand:search", "prix"),)}),
    "notices": Shown(afternoon.picked, {"notices": (("disk", "3"), ("read_only", ""))}),
    "over time": Shown(afternoon.picked, {"now": 9_000}),
    "deck": Shown(afternoon.issues, _faulty()),
    "problems": Shown(afternoon.issues, _faulty() | {"dialog": "problems"}),
    "menu": Shown(afternoon.picked, {"menu": True}),
    "spotlight": Shown(afternoon.picked, {"spotlight": "eau"}),
    "spotlight of a lever": Shown(afternoon.picked, {"spotlight": "clause-verte"}),
    "axes": Shown(afternoon.issues, {"dialog": "axes"}),
    "axes proposed": Shown(afternoon.issues, {"dialog": "axes", "tabs": (("axes:", "environnement social local"),)}),
    "spoken": Shown(voices.spoken),
    "spoken in the vote": Shown(voices.voting, {"tabs": (("council", "vote"),)}),
    "spotlight of a pick spoken of": Shown(voices.spoken, {"spotlight": "sobriete-energie"}),
    "ask": Shown(voices.spoken, {"dialog": "ask", "about": "sobriete-energie"}),
    "asked all": Shown(voices.spoken, {"dialog": "ask", "about": "eau", "tabs": (("ask:who", "commande-publique"),)}),
    "advise": Shown(voices.spoken, {"dialog": "advise", "about": "sobriete-energie"}),
    "advise without a guest": Shown(afternoon.picked, {"dialog": "advise", "about": "eau"}),
    "sheet spoken of": Shown(voices.sheets, {"tabs": (("sheet", "context"),)}),
    "event": Shown(council.laid, {"dialog": "event"}),
    "ballot": Shown(council.ready, {"dialog": "ballot"}),
    "tie": Shown(council.tied, {"dialog": "tie"}),
    "renounce": Shown(council.over, {"dialog": "renounce"}),
    "renounce one": Shown(council.over, {"dialog": "renounce", "about": "eau"}),
    "thanked": Shown(council.over, {"dialog": "thanked"}),
    "assume": Shown(council.over, {"dialog": "assume"}),
    "arbitrate": Shown(council.voting, {"dialog": "arbitrate", "about": TORN}),
    "reason": Shown(council.undressed, {"dialog": "reason"}),
    "adopted": Shown(council.adopted, {"dialog": "adopted", "about": "alimentation-durable"}),
    "ended": Shown(council.rolled, {"dialog": "ended"}),
    "closing": Shown(council.rolled, {"dialog": "closing"}),
    "review dialog": Shown(reviews.measured, {"dialog": "followup", "about": f"{reviews.GREEN}:stop"}),
    "review ended": Shown(reviews.ended),
    **_phases(),
    **_openings(),
    **_leading(),
    "vote hidden": Shown(ballots.SESSIONS["crowded-hidden"], VOTING),
    "vote anonymous": Shown(ballots.SESSIONS["going-anonymous"], VOTING),
    "vote hands": Shown(ballots.SESSIONS["crowded-hands"], VOTING),
    "way": Shown(council.voting, {"dialog": "way"}),
    "booth": Shown(ballots.SESSIONS["crowded-hidden"], {"dialog": "booth"}),
    "still": Shown(ballots.SESSIONS["going-anonymous"], {"dialog": "still"}),
    "booth anonymous": Shown(ballots.SESSIONS["going-anonymous"], {"dialog": "booth"}),
    "ballots missing": Shown(ballots.SESSIONS["going-hidden"], {"dialog": "ballot"}),
    "hands uncounted": Shown(ballots.SESSIONS["going-hands"], {"dialog": "ballot"}),
    "vote to close": Shown(ballots.SESSIONS["going-hidden"], {"tabs": (("council", "loads"),)}),
    "result": Shown(ballots.SESSIONS["crowd"], {"dialog": "result"}),
    "result settled": Shown(ballots.SESSIONS["settled"], {"dialog": "result"}),
    "result owed": Shown(ballots.SESSIONS["owed"], {"dialog": "result"}),
    **{
        f"award {step}": Shown(council.judged, {"dialog": "award", "tabs": (("award:step", step),)})
        for step in ("fixed", "offers", "room", "board", "who")
    },
    "result early": Shown(ballots.SESSIONS["going-hidden"], {"dialog": "result"}),
}
