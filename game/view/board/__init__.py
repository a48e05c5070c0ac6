"""Enjeux and Leviers: plan, ledger and hand; and the picture of the board."""
