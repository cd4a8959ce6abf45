"""Who signs in: users, officers on the place tree, the operator's staff."""
