"""The minutes of a session, as a council's secretary writes them: decisions first, the debate short, then signed.

No name of a firm or of a person, nothing of the program; what nobody said is a line to fill in by hand.
"""

from __future__ import annotations

from itertools import chain

from game.core.report import Report
from game.export import annexes, debate, decided, examined, next_steps, obligations, opening, rewording, signing, spoken
from game.export.blocks import Block, Heading, Leaf
from game.export.followed import section
from game.export.glossed import glossed
from game.export.papers import leaf
from game.export.telling import Teller


def minutes(report: Report, lang: str) -> Leaf:
    """Give the minutes."""
    tell = Teller(lang, report)
    parts = (
        opening.facts(tell), decided.summary(tell), rewording.section(tell), opening.agenda(tell), _review(tell),
        decided.adopted(tell), spoken.balance(tell), debate.section(tell), decided.renounced(tell),
        decided.undressed(tell), examined.section(tell), obligations.section(tell, examined.spoken_of(tell)),
        next_steps.to_cao(tell), next_steps.actions(tell), next_steps.meeting(tell), signing.section(tell),
        annexes.section(tell),
    )  # fmt: skip
    blocks = tuple(chain.from_iterable(parts))
    return leaf(
        tell, tell.say("minutes.title"), opening.under(tell), (*blocks, *glossed(tell, blocks), annexes.table(tell))
    )


def _review(tell: Teller) -> tuple[Block, ...]:
    if not tell.report.reviewed:
        return ()
    blocks: list[Block] = [Heading(tell.say("minutes.review"))]
    for one in tell.report.reviewed:
        blocks += section(tell, one, tell.report.session.date)
    return tuple(blocks)
