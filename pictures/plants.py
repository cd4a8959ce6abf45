"""Parts that many crops share: leaves, stems, twigs, heaps."""

from math import cos, pi, radians, sin

from pictures.carve import block, flat, gouge, line
from pictures.ink import BARK, INK, LEAF, PAPER
from pictures.shapes import Point, Points, bow, jitter, moved, pod, points, swell, wedge


def blade(length: float, width: float, *, bend: float = 0, belly: float = 0.42, n: int = 12) -> Points:
    """A leaf along the x axis from its base at the origin, widest at `belly`."""
    top: Points = []
    low: Points = []
    for i in range(n + 1):
        t = i / n
        k = t / belly / 2 if t < belly else 0.5 + (t - belly) / (1 - belly) / 2
        half = width / 2 * sin(pi * k) ** 0.85
        x, y = t * length, bend * 4 * t * (1 - t)
        top.append((x, y - half))
        low.append((x, y + half))
    return top + low[-2:0:-1]


def leaf(
    x: float,
    y: float,
    length: float,
    width: float,
    angle: float,
    fill: str = LEAF,
    *,
    bend: float = 0,
    veins: int = 6,
    vein: str = PAPER,
    belly: float = 0.42,
    key: float = 8,
) -> str:
    """A leaf with a carved rib and veins, dark on its lower half."""
    shape = moved(blade(length, width, bend=bend, belly=belly), x, y, angle=angle)
    rib = [(t * length, bend * 4 * t * (1 - t)) for t in (i / 9 for i in range(10))]
    drawn = block(shape, fill, width=key) + gouge(moved(rib, x, y, angle=angle), width * 0.09, vein, wedge)
    for i in range(veins):
        t = 0.14 + 0.7 * i / max(veins - 1, 1)
        half = width / 2 * sin(pi * min(max(t, 0.05), 0.95)) * 0.72
        start = (t * length, bend * 4 * t * (1 - t))
        for side in (-1, 1):
            end = (t * length + length * 0.09, start[1] + side * half)
            colour = vein if side < 0 else INK
            cut = moved(bow(start, end, side * 5, n=6), x, y, angle=angle)
            drawn += gouge(cut, max(width * 0.045, 4), colour)
    return drawn


def long_leaf(
    x: float, y: float, length: float, width: float, angle: float, fill: str, *, bend: float = 60
) -> str:
    """A leaf of grass, rice or cane."""
    spine = moved([(t * length, bend * t * t) for t in (i / 11 for i in range(12))], x, y, angle=angle)
    body = swell(spine, width, lambda t: (1 - t) ** 0.55 * min(1, 0.55 + t * 3))
    return block(body, fill, width=6) + gouge(spine[1:-1], width * 0.16, PAPER)


def stem(a: Point, b: Point, width: float, fill: str = BARK, *, bend: float = 0) -> str:
    """A stalk from a to b."""
    return block(swell(bow(a, b, bend), width, lambda t: 1 - 0.35 * t), fill, width=6)


def compound(
    x: float, y: float, length: float, angle: float, fill: str, *, pairs: int = 3, size: float = 90
) -> str:
    """A leaf of several leaflets, as longan and peanut have."""
    a = radians(angle)
    tip = (x + length * cos(a), y + length * sin(a))
    drawn = line([(x, y), tip], INK, 8)
    for i in range(pairs):
        t = (i + 0.6) / pairs
        px, py = x + length * t * cos(a), y + length * t * sin(a)
        for side in (-1, 1):
            drawn += leaf(px, py, size, size * 0.44, angle + side * 52, fill, veins=4, key=7)
    return drawn + leaf(tip[0], tip[1], size * 1.05, size * 0.46, angle, fill, veins=4, key=7)


def tie(x: float, y: float, width: float, *, angle: float = 0, fill: str = "#E3B448") -> str:
    """A band of straw around a bunch."""
    drawn = ""
    for k in range(3):
        a = moved([(-width / 2, -26 + k * 26)], x, y, angle=angle)[0]
        b = moved([(width / 2, -20 + k * 26)], x, y, angle=angle)[0]
        drawn += block(swell(bow(a, b, 9, n=8), 22, pod), fill, width=6)
    for side in (-1, 1):
        a, b = moved([(width * 0.1, 0), (width * 0.1 + side * 60 + 30, 120)], x, y, angle=angle)
        drawn += block(swell(bow(a, b, side * 18, n=8), 18, wedge), fill, width=6)
    return drawn


def shadow_under(cx: float, cy: float, rx: float, ry: float, colour: str = INK) -> str:
    """A hatched shadow on the ground."""
    drawn = ""
    for i in range(5):
        y = cy - ry + 2 * ry * i / 4
        half = rx * (1 - ((i - 2) / 2.6) ** 2) ** 0.5 * (1 + 0.06 * jitter(i, 4))
        drawn += flat(swell(bow((cx - half, y), (cx + half, y), 3), ry * 0.34), colour)
    return drawn


def heart_leaf(x: float, y: float, size: float, angle: float, fill: str) -> str:
    """A heart-shaped leaf, as sweet potato and taro have; its stalk at the origin."""
    shape = points("0,0 -40,-60 -20,-130 60,-150 170,-110 290,0 170,110 60,150 -20,130 -40,60")
    art = block(moved(shape, x, y, angle=angle, size=size), fill, width=8)
    art += gouge(moved(bow((0, 0), (270, 0)), x, y, angle=angle, size=size), 15 * size, PAPER, wedge)
    for side in (-1, 1):
        for k, reach in ((20, 95), (80, 92), (140, 66)):
            colour = PAPER if side < 0 else INK
            art += gouge(
                moved(bow((k, 0), (k + 55, side * reach), side * 8), x, y, angle=angle, size=size),
                10 * size,
                colour,
            )
    return art
