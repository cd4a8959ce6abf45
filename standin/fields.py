"""Stripe's form encoding: `line_items[0][price_data][unit_amount]=1790` as a tree."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from standin.refusals import wrong_parameter

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"


def tree_of(pairs: Iterable[tuple[str, str]]) -> dict[str, Tree]:
    """The fields of a query or a form, nested. Keys that count from 0 make a list."""
    root: dict[str, Tree] = {}
    for name, value in pairs:
        first, *rest = name.replace("]", "").split("[")
        _put(root, first, rest, value)
    return {name: _lists(branch) for name, branch in root.items()}


def _put(branch: dict[str, Tree], name: str, rest: list[str], value: str) -> None:
    if not rest:
        branch[name] = value
        return
    inner = branch.setdefault(name, {})
    if not isinstance(inner, dict):
        raise wrong_parameter(f"Invalid hash: {name}", name)
    # `expand[]=a&expand[]=b` counts by itself.
    following = str(len(inner)) if rest[0] == "" else rest[0]
    _put(inner, following, rest[1:], value)


def _lists(branch: Tree) -> Tree:
    if not isinstance(branch, dict):
        return branch
    inner = {name: _lists(value) for name, value in branch.items()}
    counted = [str(index) for index in range(len(inner))]
    return [inner[index] for index in counted] if inner and sorted(inner) == sorted(counted) else inner


def only(fields: Mapping[str, Tree], known: Iterable[str], *, inside: str = "") -> None:
    """Refuses a parameter that Stripe does not have."""
    for name in fields:
        if name not in known:
            full = f"{inside}[{name}]" if inside else name
            raise wrong_parameter(f"Received unknown parameter: {full}", full, "parameter_unknown")


def text(fields: Mapping[str, Tree], name: str, default: str | None = None) -> str:
    """A text; without a default it must be there."""
    value = fields.get(name, default)
    if not isinstance(value, str) or (default is None and not value):
        raise wrong_parameter(f"Missing required param: {name}.", name, "parameter_missing")
    return value


def integer(fields: Mapping[str, Tree], name: str) -> int:
    """A whole number that must be there; "17.9" is none."""
    value = text(fields, name)
    if not value.lstrip("-").isascii() or not value.lstrip("-").isdigit():
        raise wrong_parameter(f"Invalid integer: {value}", name, "parameter_invalid_integer")
    return int(value)


def branch(fields: Mapping[str, Tree], name: str) -> dict[str, Tree]:
    """A group of fields; empty when it is not there."""
    value = fields.get(name, {})
    if not isinstance(value, dict):
        raise wrong_parameter(f"Invalid hash: {name}", name)
    return value


def items(fields: Mapping[str, Tree], name: str) -> list[Tree]:
    """A list; empty when it is not there."""
    value = fields.get(name, [])
    if not isinstance(value, list):
        raise wrong_parameter(f"Invalid array: {name}", name)
    return value


def texts(fields: Mapping[str, Tree], name: str) -> list[str]:
    """A list of texts."""
    return [value for value in items(fields, name) if isinstance(value, str)]


def pairs(fields: Mapping[str, Tree], name: str) -> dict[str, str]:
    """Metadata: names and texts."""
    value = fields.get(name, {})
    if isinstance(value, list):  # keys that happened to count
        return {str(index): str(item) for index, item in enumerate(value)}
    return {key: str(item) for key, item in branch(fields, name).items()}
