"""The booth: one voter fills in a secret ballot, narrow enough to be covered by who stands before it.

What is laid there is in the view alone until it is put in, whole; then the next voter's empty ballot stands in its
place. Leaving it forgets it.
"""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.moves.ballots import CastBallot, awaited
from game.core.picks import votable
from game.core.session import PlacedIssue, Session
from game.view.answer.intents import CloseTop, ForgetText, OpenDialog, SelectTab, Several
from game.view.answer.tally import Tally, read
from game.view.answer.ui import Ui
from game.view.council import secret
from game.view.council.hands import pin
from game.view.dialogs import cover
from game.view.dialogs.asking import Asking, asking
from game.view.dialogs.cover import Turn
from game.view.parts import naming
from game.view.parts.pieces import label, plate, shrinking, symbol
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, at_least, grow, made, middle, node, over, pad, row, sized
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIZE = (780, 1032)
DISC, SIDE, GAP = 22, 54, 7
"""Side of a token, which its voter reads at arm's length and the room does not; height of a pick, and between two."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A ballot being filled in: whose (empty: nobody's), what is laid by pick, and the tokens still in hand."""

    seat: str
    laid: dict[str, int]
    left: int

    def counting(self, card: str, by: int) -> Tally:
        """Give what lays a token on a pick, or takes one back."""
        return Tally(secret.draft(self.seat), card, by)

    @property
    def votes(self) -> tuple[tuple[str, int], ...]:
        """Give what is laid, pick by pick."""
        return tuple(self.laid.items())


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the booth of the seat whose turn it is, or of the next ballot without a seat."""
    paper = _paper(ui, session)
    rows = (_row(s, session, pick, paper) for pick in votable(session))
    words = label(s, "booth:cover", s.say("council.booth.cover"), Style(theme.TEXT))
    ways = (
        (
            "back",
            s.say("council.booth.back"),
            Several((ForgetText(secret.draft(paper.seat)), CloseTop())),
            "plain",
            True,
        ),
        ("cast", s.say("council.booth.cast"), _cast(session, paper), "primary", bool(paper.laid)),
    )
    asked = Asking("booth", s.say("council.booth.title"), SIZE, GAP)
    return asking(s, ui, asked, (_whose(s, session, paper), words, _pile(s, session, paper), *rows), ways)


def _paper(ui: Ui, session: Session) -> Paper:
    seat = secret.next_up(ui, session)
    counts, left = read(ui.text(secret.draft(seat))), session.limits.tokens_per_seat
    laid: dict[str, int] = {}
    for pick in votable(session):  # a finger quicker than the frames lays no more than it may
        n = min(counts.get(pick.card, 0), session.limits.tokens_per_pick, left)
        laid |= {pick.card: n} if n else {}
        left -= n
    return Paper(seat, laid, left)


def _cast(session: Session, paper: Paper) -> Several:
    """Put the ballot in; after the last one the table asks whether to close the vote.

    It is forgotten even if it is refused: what a Commit keeps of a refused text would be on record.
    """
    done = Several((CastBallot(paper.votes, paper.seat), ForgetText(secret.draft(paper.seat))))
    seen = SelectTab(secret.SEEN, str(len(session.ballot.cast) + 1))
    return Several((seen, done, OpenDialog("ballot")) if secret.missing(session) <= 1 else (seen, done))


def _whose(s: Sight, session: Session, paper: Paper) -> Piece:
    """Say whose turn it is, between those before and after; or which ballot it is."""
    if paper.seat:
        forget = ForgetText(secret.draft(paper.seat))
        return cover.whose(s, session, Turn("booth", paper.seat, awaited(session), secret.SEAT, forget))
    said = s.say("council.booth.nth", n=len(session.ballot.cast) + 1, voters=len(session.voters))
    return sized(cover.headline(s, "booth", said), tall=s.px(56))


def _pile(s: Sight, session: Session, paper: Paper) -> Piece:
    """Show the tokens in hand, and say how many one pick takes."""
    most = session.limits
    said = s.say("council.booth.left", n=paper.left, most=most.tokens_per_pick)
    words = label(s, "booth:left", said, Style(theme.BODY, bold=True, middle=True))
    discs = middle(_discs(s, paper.left, most.tokens_per_seat))
    return node("group", "booth:pile", "", row(grow(words), discs, gap=s.px(12)))


def _discs(s: Sight, n: int, most: int) -> Piece:
    side, gap = s.px(DISC), s.px(4)

    def put(box: Box) -> tuple[Fill, ...]:
        cells = enumerate(box.middle(box.w, side).shelf(side, most, gap))
        return tuple(Fill(cell, theme.ACCENT if i < n else "", side // 2, theme.INK_3, s.px(2)) for i, cell in cells)

    return made(most * (side + gap), side, put)


def _row(s: Sight, session: Session, pick: PlacedIssue, paper: Paper) -> Piece:
    """Give a pick: pressing it lays a token there, the minus takes one back."""
    mine, name, most = paper.laid.get(pick.card, 0), naming.card(s, session, pick.card), session.limits.tokens_per_pick
    full = mine >= most or not paper.left
    family = naming.family(session, pick.family)
    fill = theme.ACCENT_2 if mine else theme.WHITE
    words = grow(shrinking(s, name, Style(theme.LABEL, bold=True, back=fill, middle=True), theme.TEXT))
    inside = row(middle(pin(s, pick.number, family)), words, middle(_discs(s, mine, most)), gap=s.px(12))
    shape = over(pad(inside, s.px(14), s.px(4)), plate(s, fill, theme.ACCENT if mine else theme.LINE, 3))
    said = s.say("council.booth.lay", pick=name, n=mine)
    states = ("disabled",) if full else ()
    lay = node("button", f"lay:{pick.card}", said, shape, does=paper.counting(pick.card, 1), states=states)
    off = () if mine else ("disabled",)
    take = s.say("council.vote.less", pick=name)
    less = Button(f"take:{pick.card}", take, paper.counting(pick.card, -1), "plain" if mine else "quiet", "minus", off)
    both = at_least(row(grow(lay), middle(symbol(s, less, SIDE)), gap=s.px(8)), s.px(SIDE))
    return node("row", f"booth:{pick.card}", name, both)
