"""A contract of the town that ends: what a purchase to come is proposed from."""

from __future__ import annotations

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract of the town as published: amount in euros before VAT, day of notification, months it lasts."""

    id: str
    title: str
    amount: int
    date: str
    months: int
    cpv: str
