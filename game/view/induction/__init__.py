"""The induction of a new member: the strip of a purchase, true or false, and what follows."""
