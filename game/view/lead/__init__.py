"""The facilitator's page: what to say now, what to bring to the room, what the room sees and who has still to play."""
