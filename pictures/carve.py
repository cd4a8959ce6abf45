"""What the knife does: printed shapes, gouged lines, hatched shade."""

from collections.abc import Callable, Sequence
from math import cos, pi, radians, sin

from pictures.ink import INK, PAPER
from pictures.shapes import Point, arc, bow, jitter, lens, ring, smooth, straight, swell

REGISTER = (-7, 8)  # how far the colour block sits beside the key block


def flat(points: Sequence[Point], fill: str, *, sharp: bool = False) -> str:
    """One flat shape."""
    return f'<path d="{straight(points) if sharp else smooth(points)}" fill="{fill}"/>'


def block(
    points: Sequence[Point],
    fill: str,
    *,
    line: str = INK,
    width: float = 9,
    under: str = PAPER,
    sharp: bool = False,
) -> str:
    """A shape printed from two blocks: the colour a little beside its key line, so paper shows at one edge."""
    d = straight(points) if sharp else smooth(points)
    return (
        f'<path d="{d}" fill="{under}"/>'
        f'<path d="{d}" fill="{fill}" transform="translate{REGISTER}"/>'
        f'<path d="{d}" fill="none" stroke="{line}" stroke-width="{width}" stroke-linejoin="round"/>'
    )


def gouge(
    spine: Sequence[Point], width: float, colour: str = PAPER, profile: Callable[[float], float] = lens
) -> str:
    """One cut of the gouge along a spine."""
    return flat(swell(spine, width, profile), colour)


def stroke(a: Point, b: Point, *, bend: float = 0, width: float = 8, colour: str = PAPER) -> str:
    """A cut from a to b."""
    return gouge(bow(a, b, bend), width, colour)


def line(points: Sequence[Point], colour: str = INK, width: float = 9) -> str:
    """An even open line."""
    d = smooth(points, closed=False)
    return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>'


def shade(
    cx: float,
    cy: float,
    rx: float,
    ry: float,
    *,
    towards: float = 40,
    rows: int = 4,
    span: float = 100,
    width: float = 12,
    colour: str = INK,
    first: float = 0.9,
    step: float = 0.13,
) -> str:
    """Curved hatching on the side of a round thing that `towards` (degrees) points at."""
    cuts = []
    for row in range(rows):
        k = first - row * step
        half = span / 2 * (1 - row * 0.17)
        turn = towards + 6 * jitter(row, int(cx))
        spine = arc(cx, cy, rx * k, ry * k, turn - half, turn + half, n=12)
        cuts.append(gouge(spine, width * (1 - row * 0.16), colour))
    return "".join(cuts)


def ball(
    cx: float,
    cy: float,
    rx: float,
    ry: float,
    fill: str,
    *,
    seed: int = 0,
    width: float = 9,
    lit: str = PAPER,
) -> str:
    """A round fruit with shade below right and light above left."""
    return (
        block(ring(cx, cy, rx, ry, seed=seed), fill, width=width)
        + shade(cx, cy, rx, ry, towards=45, rows=4, span=110, width=rx * 0.08)
        + shade(
            cx, cy, rx, ry, towards=225, rows=2, span=70, width=rx * 0.09, colour=lit, first=0.78, step=0.16
        )
    )


def dots(
    cx: float, cy: float, rx: float, ry: float, count: int, radius: float, colour: str, *, seed: int = 1
) -> str:
    """Short pecks of the knife spread evenly in an ellipse (a sunflower's order)."""
    marks = []
    for i in range(count):
        r = ((i + 0.5) / count) ** 0.5
        a = i * 2.39996 + seed
        x, y = cx + rx * r * cos(a), cy + ry * r * sin(a)
        size = radius * (1 + 0.35 * jitter(i, seed))
        marks.append(flat(ring(x, y, size, size * 0.8, n=6, uneven=0.15, seed=i), colour))
    return "".join(marks)


def rays(cx: float, cy: float, inner: float, outer: float, count: int, width: float, colour: str) -> str:
    """Cuts that lead out from a centre."""
    marks = []
    for i in range(count):
        a = 2 * pi * i / count
        r = outer * (1 + 0.08 * jitter(i, 5))
        start = (cx + inner * cos(a), cy + inner * sin(a))
        end = (cx + r * cos(a), cy + r * sin(a))
        marks.append(gouge(bow(start, end), width, colour))
    return "".join(marks)


def fan(origin: Point, start: float, end: float, count: int, length: float, width: float, colour: str) -> str:
    """Cuts that spread from one point, angles in degrees."""
    marks = []
    for i in range(count):
        a = radians(start + (end - start) * i / max(count - 1, 1))
        reach = length * (1 + 0.12 * jitter(i, 3))
        tip = (origin[0] + reach * cos(a), origin[1] + reach * sin(a))
        marks.append(gouge(bow(origin, tip, 4 * jitter(i, 9)), width, colour))
    return "".join(marks)
