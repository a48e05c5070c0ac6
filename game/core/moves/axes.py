"""The axes of the policy to serve: the co-chairs propose, the council adopts."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.session import Session
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class AdoptAxes:
    """Adopt the axes the co-chairs propose, by their ids; again if the council changes its mind."""

    axes: tuple[str, ...]
    move: ClassVar[str] = "adopt_axes"

    def decide(self, session: Session, moment: Moment) -> tuple[AxesAdopted, ...]:
        """Adopt, in the deck's order, unless they are so already. Raises Refused: unknown_axis, no_axes,
        too_many_axes."""
        deck, limit = session.workshop.deck, session.limits.axes
        stranger = next((axis for axis in self.axes if deck.axis(axis) is None), "")
        if stranger:
            raise Refused("unknown_axis", axis=stranger)
        axes = tuple(axis.id for axis in deck.axes if axis.id in self.axes)
        if not axes:
            raise Refused("no_axes")
        if len(axes) > limit:
            raise Refused("too_many_axes", limit=limit)
        return () if axes == session.axes else (AxesAdopted(axes),)


@dataclass(frozen=True, slots=True)
class AxesAdopted:
    """The council serves these axes."""

    axes: tuple[str, ...]

    def apply(self, session: Session) -> Session:
        """Keep them in place of the former ones."""
        return replace(session, axes=self.axes)
