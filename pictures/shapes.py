"""Outlines as point lists, and paths from them. Coordinates are units of a 1200-unit sheet, y downwards."""

from collections.abc import Callable, Sequence
from math import cos, hypot, pi, radians, sin

Point = tuple[float, float]
Points = list[Point]


def points(text: str) -> Points:
    """An outline as SVG writes it: "3,4 5,-6" is (3, 4) and (5, -6)."""
    pairs = (pair.split(",") for pair in text.split())
    return [(float(x), float(y)) for x, y in pairs]


def jitter(index: int, seed: int = 0) -> float:
    """A fixed number between -1 and 1 for an index: the unevenness of a hand, the same at every run."""
    wild = sin(index * 12.9898 + seed * 78.233) * 43758.5453
    return (wild - int(wild)) * 2 - (1 if wild > 0 else -1)


def ring(
    cx: float, cy: float, rx: float, ry: float, *, uneven: float = 0.02, seed: int = 0, n: int = 14
) -> Points:
    """An ellipse as a hand would cut it."""
    return [
        (
            cx + rx * (1 + uneven * jitter(i, seed)) * cos(2 * pi * i / n),
            cy + ry * (1 + uneven * jitter(i, seed)) * sin(2 * pi * i / n),
        )
        for i in range(n)
    ]


def arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float, *, n: int = 10) -> Points:
    """Points on an ellipse from one angle to another, in degrees clockwise from the right."""
    angles = [radians(start + (end - start) * i / (n - 1)) for i in range(n)]
    return [(cx + rx * cos(a), cy + ry * sin(a)) for a in angles]


def bow(a: Point, b: Point, bend: float = 0.0, *, n: int = 10) -> Points:
    """Points from a to b, bowed sideways by `bend` units at the middle (to the right of the way)."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    return [
        (
            a[0] + dx * t + nx * bend * 4 * t * (1 - t),
            a[1] + dy * t + ny * bend * 4 * t * (1 - t),
        )
        for t in (i / (n - 1) for i in range(n))
    ]


def lens(t: float) -> float:
    """Thin at both ends: the mark of a gouge."""
    return sin(pi * t)


def wedge(t: float) -> float:
    """Thick where it starts, thin where it ends."""
    return (1 - t) ** 0.8


def pod(t: float) -> float:
    """Nearly even, round at both ends."""
    return max(sin(pi * t), 0.0) ** 0.42


def swell(spine: Sequence[Point], width: float, profile: Callable[[float], float] = lens) -> Points:
    """The outline around a spine whose half width is `profile(t) * width / 2`."""
    left: Points = []
    right: Points = []
    last = len(spine) - 1
    for i, (x, y) in enumerate(spine):
        before, after = spine[max(i - 1, 0)], spine[min(i + 1, last)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = hypot(dx, dy) or 1.0
        half = profile(i / last) * width / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return left + right[::-1]


def moved(points: Sequence[Point], x: float, y: float, *, angle: float = 0.0, size: float = 1.0) -> Points:
    """The points turned by `angle` degrees and sized around the origin, then moved."""
    a = radians(angle)
    c, s = cos(a) * size, sin(a) * size
    return [(x + px * c - py * s, y + px * s + py * c) for px, py in points]


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def smooth(points: Sequence[Point], *, closed: bool = True) -> str:
    """A smooth path through the points (Catmull-Rom as Béziers)."""
    n = len(points)
    path = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for i in range(n if closed else n - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + k) % n] for k in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(max(i + k, 0), n - 1)] for k in (-1, 0, 1, 2))
        path.append(
            f"C{_n(p1[0] + (p2[0] - p0[0]) / 6)} {_n(p1[1] + (p2[1] - p0[1]) / 6)}"
            f" {_n(p2[0] - (p3[0] - p1[0]) / 6)} {_n(p2[1] - (p3[1] - p1[1]) / 6)}"
            f" {_n(p2[0])} {_n(p2[1])}"
        )
    return "".join(path) + ("Z" if closed else "")


def straight(points: Sequence[Point]) -> str:
    """A closed path with corners."""
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points) + "Z"
