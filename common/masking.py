"""Sensitive values as a page may show them. Sources: domain.md 4.5."""


def mask_id_number(number: str) -> str:
    """Certificate number: first four and last two characters."""
    if len(number) <= 6:  # noqa: PLR2004  four kept in front, two behind
        return "*" * len(number)
    return number[:4] + "*" * (len(number) - 6) + number[-2:]


def mask_mobile(mobile: str) -> str:
    """Mobile number: 138****1234."""
    if len(mobile) < 8:  # noqa: PLR2004  three kept in front, four behind
        return "*" * len(mobile)
    return mobile[:3] + "*" * (len(mobile) - 7) + mobile[-4:]


def mask_name(name: str) -> str:
    """Name: 李*华, 李*; the surname stays."""
    if len(name) <= 1:
        return name
    if len(name) == 2:  # noqa: PLR2004  surname and one character
        return name[0] + "*"
    return name[0] + "*" * (len(name) - 2) + name[-1]


def mask_account(number: str) -> str:
    """Bank account: the last four digits; of one that short, nothing."""
    if len(number) <= 4:  # noqa: PLR2004  four kept behind
        return "*" * len(number)
    return "*" * (len(number) - 4) + number[-4:]
