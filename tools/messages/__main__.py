"""`python -m tools.messages extract | check | compile`."""

import sys

from tools.messages.catalogue import compile_all, extract, faults


def main(arguments: list[str]) -> int:
    """One verb; `check` prints each fault and fails when there is one."""
    verb = arguments[0] if arguments else ""
    if verb == "extract":
        print(f"{extract()} messages without English")
        return 0
    if verb == "compile":
        print(f"{compile_all()} catalogues compiled")
        return 0
    if verb == "check":
        found = faults()
        print("\n".join(found) or "every message has its English")
        return bool(found)
    print(__doc__)
    return 2


sys.exit(main(sys.argv[1:]))
