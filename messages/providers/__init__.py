"""How messages leave: one small class a provider."""
