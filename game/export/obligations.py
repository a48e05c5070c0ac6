"""What the law asks of each purchase, whatever the council chose: told apart from its choices on every paper."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.due_anyway import due_anyway
from game.core.duties import Duty
from game.core.owed import Due, due
from game.core.scenario import Intention
from game.export.blocks import Block, Grid, Heading, Points, Row, Words
from game.export.citing import cited
from game.export.telling import Teller
from game.words.spacing import listed


def section(tell: Teller, purchases: Sequence[Intention], level: int = 1) -> tuple[Block, ...]:
    """Give the duties of some purchases for the minutes: those that all owe once, then what each owes besides."""
    head = Heading(tell.say("duties.head"), level)
    if not tell.report.session.workshop.duties.duties:
        return (head, Words(tell.say("duties.none"), "quiet"))
    if not purchases:
        return (head, Words(tell.say("minutes.no_purchase")))
    each = {one.id: owed(tell, one) for one in purchases}
    shared = [one for one in each[purchases[0].id] if all(one in found for found in each.values())]
    rows = [(tell.say("duties.all", n=len(purchases)), titles(tell, shared))] if len(purchases) > 1 and shared else []
    left = shared if rows else []
    for one in purchases:
        own = [found for found in each[one.id] if found not in left]
        rows += [(tell.intention(one), titles(tell, own))] if own else []
    heads = (tell.say("column.purchase"), tell.say("column.duties"))
    return (head, Words(as_of(tell)), Grid(heads, tuple(rows), (34, 66)))


def annex(tell: Teller, purchases: Sequence[Intention], head: str) -> tuple[Block, ...]:
    """Give what each duty of some purchases asks, since when, by which reference and how sure."""
    found = dict.fromkeys(one.duty for purchase in purchases for one in owed(tell, purchase))
    if not found:
        return ()
    heads = tuple(map(tell.say, ("column.duties", "duties.asks", "duties.since", "duties.reference")))
    rows = tuple(_told(tell, duty) for duty in found)
    return (Heading(head), Words(as_of(tell)), Grid(heads, rows, (22, 40, 13, 25)))


def note(tell: Teller, purchase: Intention) -> tuple[Block, ...]:
    """Give the duties of one purchase in full, for the note joined to its tender file."""
    found = owed(tell, purchase)
    if not found:
        return ()
    return (Heading(tell.say("duties.head")), Words(as_of(tell)), Points(tuple(_point(tell, one) for one in found)))


def anyway(tell: Teller) -> tuple[Block, ...]:
    """Say what stays due on which purchases, though the council gave a card up."""
    session = tell.report.session
    lines = tuple(
        tell.say("anyway.line", issue=tell.card(gone.card),
                 duties=", ".join(tell.read(duty.title) for duty in one.duties),
                 purchases=", ".join(map(tell.intention, one.purchases)))
        for gone in tell.report.renounced
        for one in due_anyway(session, gone.family, gone.card)
    )  # fmt: skip
    return (Words(tell.say("anyway.head"), "strong"), Points(lines)) if lines else ()


def owed(tell: Teller, purchase: Intention) -> tuple[Due, ...]:
    """Give what a purchase of the session owes."""
    return due(tell.report.session.workshop.duties, purchase)


def line(tell: Teller, purchase: Intention) -> str:
    """Name the duties of a purchase in a line; say so where the session knows none."""
    return titles(tell, owed(tell, purchase)) or tell.say("duties.unknown")


def as_of(tell: Teller) -> str:
    """Say as of when the law is quoted: nobody verified it here."""
    duties = tell.report.session.workshop.duties
    return tell.say("duties.as_of", day=tell.month(duties.law_as_of))


def title(tell: Teller, one: Due) -> str:
    """Name a duty, and what it still hangs on."""
    said = tell.read(one.duty.title)
    return tell.say("duties.doubt", title=said, doubt=tell.say(f"duties.doubt_{one.doubt}")) if one.doubt else said


def law(tell: Teller, duty: Duty) -> str:
    """Give a duty's reference and how sure it is; when it was read, if not on the day that stands above them all."""
    return cited(tell, tell.read(duty.legal.text), duty.legal.confidence, duty.legal.date)


def titles(tell: Teller, found: Sequence[Due]) -> str:
    """Name some duties in a line."""
    return " \u00b7 ".join(title(tell, one) for one in found)


def _point(tell: Teller, one: Due) -> str:
    """Name a duty with its reference and what the buyer may invoke: the note is short, the minutes say the rest."""
    return _unless(tell, tell.say("duties.point", title=title(tell, one), law=law(tell, one.duty)), one.duty)


def _told(tell: Teller, duty: Duty) -> Row:
    return (tell.read(duty.title), _asks(tell, duty), tell.month(duty.since), law(tell, duty))


def _asks(tell: Teller, duty: Duty) -> str:
    return _unless(tell, tell.read(duty.text), duty)


def _unless(tell: Teller, said: str, duty: Duty) -> str:
    if not duty.exceptions:
        return said
    return tell.say("duties.unless", text=said, exceptions=listed(map(tell.read, duty.exceptions), tell.lang))
