"""A scenario made for a town: its map surveyed, its places given to the families of a deck, its contracts that end."""
