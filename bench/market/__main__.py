"""`python -m bench.market prototypes | through_flow [options]`: work that needs Django, in a process of its own."""

import sys
from importlib import import_module

import django

if __name__ == "__main__":
    # Before any model is imported.
    django.setup()
    import_module(f"bench.market.{sys.argv[1]}").main(sys.argv[2:])
