"""What a scenario says that no council's table is like: told, and played all the same."""

from __future__ import annotations

import re

from game.content.nodes import Listing, Mapping, Node, Scalar
from game.content.walk import Walk
from game.core.agenda import Phase
from game.core.scenario import Budget
from game.core.text import Text

PANELS = ("guess", "map", "intentions", "ledger", "hand", "ballot", "tensions", "sheets", "credits", "cao", "review",
          "strip", "standing", "family", "tension", "leaving", "survey")  # fmt: skip
"""What a phase can show; anything else is shown nowhere."""
_PERSON = re.compile(r"\b(M\.|MM\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+\w")


def of_phase(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Tell the panels of a phase that the table does not have, and a script that no minute of it comes to."""
    _panels(walk, node)
    _script(walk, node, values)
    least, minutes = values.get("least", 0), values["minutes"]
    if isinstance(least, int) and isinstance(minutes, int) and least > minutes:
        walk.fault("least_long", walk.at(node, "least"), least=least, minutes=minutes)


def _panels(walk: Walk, node: Mapping) -> None:
    panels = walk.at(node, "panels")
    for one in panels.items if isinstance(panels, Listing) else ():
        if isinstance(one, Scalar) and one.value not in PANELS:
            walk.suggest("panel_unknown", one, one.value, PANELS, panels=", ".join(PANELS))


def _script(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Tell the cues that come after the end of the phase, or not after the one before."""
    script, listed, before = values.get("script", ()), walk.at(node, "script"), -1
    if not isinstance(script, tuple) or not isinstance(listed, Listing):
        return
    for cue, where in zip(script, listed.items, strict=True):
        at = walk.at(where, "at") if isinstance(where, Mapping) else where
        if cue.at >= int(str(values["minutes"])):
            walk.fault("cue_late", at, at=cue.at, minutes=str(values["minutes"]))
        elif cue.at <= before:
            walk.fault("cue_order", at, at=cue.at, before=before)
        before = cue.at


def of_agenda(walk: Walk, node: Mapping, phases: tuple[Phase, ...], *, tryout: bool) -> None:
    """Tell a session that its council leaves without an objective: no phase lets one be adopted. A try-out may."""
    if not tryout and not any("adopt" in phase.moves for phase in phases):
        walk.fault("agenda_no_objectives", walk.at(node, "phases"))


def of_budget(walk: Walk, node: Node, budget: Budget) -> None:
    """Tell figures that contradict one another: purchases above the budget, a share that is not theirs."""
    if not isinstance(node, Mapping):
        return
    share = round(100 * budget.purchases / budget.total)
    if budget.purchases > budget.total:
        walk.fault("budget_purchases", walk.at(node, "purchases"), purchases=budget.purchases, total=budget.total)
    elif abs(share - budget.share_pct) > 1:
        walk.fault("budget_share", walk.at(node, "share_pct"), said=budget.share_pct, share=share)


def of_seat(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Tell a seat that bears somebody's name: what is kept of a session names roles."""
    role = values["role"]
    if isinstance(role, Text) and any(_PERSON.search(said) for said in role.said):
        walk.fault("seat_person", walk.at(node, "role"), value=role.say("fr"))
