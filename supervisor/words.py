"""What the supervisor says: one clear line, Chinese first."""


class Stop(Exception):
    """Nothing can be started; the message is the whole story."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} / {en}")


def say(zh: str, en: str) -> None:
    """One line, shown at once."""
    print(f"{zh} / {en}", flush=True)
