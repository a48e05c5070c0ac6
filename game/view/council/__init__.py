"""Arbitrage: the debate and the vote."""
