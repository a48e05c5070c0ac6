"""The purchase an objective is written in: those that fit are proposed, best first; the others say why they do not."""

from __future__ import annotations

from game.core.fitting import Fit, fits, weighed
from game.core.months import later
from game.core.moves.objectives import AmendObjective
from game.core.objective import Objective
from game.core.session import Session
from game.view.parts import naming, wording
from game.view.parts.options import Option, option
from game.view.parts.pieces import label
from game.view.tree import theme
from game.view.tree.layout import Piece
from game.view.tree.looks import Style
from game.view.tree.sight import Sight
from game.words.calendar import month


def choice(s: Sight, session: Session, sheet: Objective) -> tuple[Piece, ...]:
    """Give the purchases to choose from, and those that do not fit under them."""
    found = _weighed(session, sheet)
    sound, rest = [fit for fit in found if fit.sound], [fit for fit in found if not fit.sound]
    key = "council.purchases.fit" if sound else "council.purchases.none"
    quiet = Style(ink=theme.INK_3)
    return (
        label(s, "intentions:head", s.say(key), quiet if sound else Style(bold=True)),
        *(_one(s, session, sheet, fit) for fit in sound),
        *([label(s, "intentions:unfit", s.say("council.purchases.unfit"), quiet)] if rest else []),
        *(_one(s, session, sheet, fit) for fit in rest),
    )


def _weighed(session: Session, sheet: Objective) -> tuple[Fit, ...]:
    """Weigh the family's purchases, and those linked that are of another."""
    pick = session.placed(sheet.issue)
    if pick is None:
        return ()
    return (
        *fits(session, pick),
        *(weighed(session, pick, one) for one in sheet.intentions if one.family != pick.family),
    )


def _one(s: Sight, session: Session, sheet: Objective, fit: Fit) -> Piece:
    bought, linked = fit.bought, [one.id for one in sheet.intentions]
    on = bought.id in linked
    after = [one for one in linked if one != bought.id] if on else [*linked, bought.id]
    lang = s.speaker.lang
    facts = why(s, session, fit), wording.purchase(s, bought.amount_ht, bought.launch), bought.procedure.say(lang)
    does = AmendObjective(sheet.issue, "intentions", " ".join(after))
    return option(s, Option(f"intention:{bought.id}", bought.title.say(lang), _joined(facts), does, on=on))


def why(s: Sight, session: Session, fit: Fit) -> str:
    """Say why a purchase fits, or does not."""
    if fit.barred:
        cards = ", ".join(naming.card(s, session, card) for card in fit.barred)
        return s.say("council.purchases.barred", cards=cards)
    if fit.late:
        gone = fit.bought.launch < session.date[:7]
        return s.say("council.purchases.gone") if gone else s.say("council.purchases.late", n=fit.months)
    here = s.say("council.purchases.here") if fit.here else ""
    start = month(later(fit.bought.launch, -fit.months), s.speaker.lang)
    return _joined((here, s.say("council.purchases.start", month=start) if fit.months else ""))


def _joined(facts: tuple[str, ...]) -> str:
    return " \u00b7 ".join(filter(None, facts))
