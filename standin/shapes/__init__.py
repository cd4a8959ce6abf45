"""How each kept object looks in an answer. Every key is one that the SDK knows: a test holds them against it."""

CURRENCY = "cny"
