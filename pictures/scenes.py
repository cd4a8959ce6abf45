"""What stands in a landscape: houses with wok-ear gables, trees, boats, banana plants."""

from math import pi, sin

from pictures.carve import block, flat, gouge, line, stroke
from pictures.ink import BARK, CLAY, CREAM, INK, LEAF, MOSS, PAPER, SHALLOW, WHITE
from pictures.plants import leaf
from pictures.shapes import Points, bow, jitter, points, ring, swell


def placed(art: str, x: float, y: float, size: float, *, mirrored: bool = False) -> str:
    """Something drawn elsewhere, set down here."""
    across = -size if mirrored else size
    return f'<g transform="translate({x:.0f} {y:.0f}) scale({across} {size})">{art}</g>'


def house(x: float, y: float, size: float, wall: str = CREAM) -> str:
    """A Lingnan house with its wok-ear gable towards us; (x, y) is the middle of its foot."""

    def p(points: Points) -> Points:
        return [(x + px * size, y + py * size) for px, py in points]

    art = block(p([(-60, 0), (-60, -96), (250, -96), (250, 0)]), wall, sharp=True, width=5)
    art += block(p([(-20, -96), (20, -150), (250, -150), (262, -96)]), "#4A4F4B", sharp=True, width=5)
    for k in range(7):
        art += stroke(p([(36 + k * 32, -146)])[0], p([(28 + k * 34, -100)])[0], width=5 * size + 1)
    gable = points("-74,0 -74,-110 -62,-128 -52,-190 0,-216 52,-190 62,-128 74,-110 74,0")
    art += block(p(gable), wall, width=5) + line(p(gable[1:-1]), INK, 13 * size)
    art += flat(p([(-20, 0), (-20, -58), (20, -58), (20, 0)]), CLAY, sharp=True) + flat(
        ring(x, y - 112 * size, 13 * size, 13 * size), INK
    )
    return art + flat(p([(130, -30), (130, -66), (166, -66), (166, -30)]), INK, sharp=True)


def tree(x: float, y: float, size: float, fill: str = LEAF, *, fruit: str = "") -> str:
    """A broad tree; with `fruit`, dotted with it."""
    art = block(
        swell(bow((x, y), (x + 6 * size, y - 130 * size), 8), 44 * size, lambda t: 1 - 0.5 * t), BARK, width=5
    )
    crown = []
    for i in range(21):
        a = 2 * pi * i / 21
        r = 0.9 if i % 3 == 0 else 1.04 + 0.05 * jitter(i, 7)
        crown.append((x + 118 * size * r * sin(a), y - 190 * size + 92 * size * r * sin(a + pi / 2)))
    art += block(crown, fill, width=5)
    for i in range(14):
        px, py = x + 90 * size * jitter(i, 3), y - 190 * size + 66 * size * jitter(i, 8)
        art += gouge(bow((px - 18 * size, py), (px + 18 * size, py), -12 * size), 7 * size, PAPER)
    if fruit:
        for i in range(18):
            px, py = x + 92 * size * jitter(i, 5), y - 186 * size + 68 * size * jitter(i, 11)
            dot = ring(px, py, 12 * size, 12 * size, n=8)
            art += flat(ring(px, py, 15 * size, 15 * size, n=8), INK) + flat(dot, fruit)
    return art


def boat(x: float, y: float, size: float, sail: str = CLAY) -> str:
    """A fishing boat under one battened sail."""

    def p(points: Points) -> Points:
        return [(x + px * size, y + py * size) for px, py in points]

    art = line(p([(0, 0), (4, -210)]), INK, 9 * size)
    art += block(p([(8, -206), (120, -150), (104, -24), (8, -20)]), sail, sharp=True, width=5)
    for k in range(4):
        art += stroke(p([(8, -58 - k * 38)])[0], p([(108 + k * 3, -60 - k * 28)])[0], width=7 * size)
    return (
        art
        + block(p(points("-140,-14 -96,36 96,36 150,-20 60,-2 -70,0")), BARK, width=5)
        + stroke(p([(-104, 14)])[0], p([(112, 12)])[0], bend=6, width=8 * size)
    )


def banana_plant(x: float, y: float, size: float, fill: str = MOSS) -> str:
    """A banana plant with long leaves that arch and hang; (x, y) is its foot."""
    crown = y - 190 * size

    def arching(angles: tuple[tuple[int, int, int], ...], width: int) -> str:
        drawn = ""
        for a, n, droop in angles:
            bend = (droop if a < -90 else -droop) * size
            colour = fill if a % 4 else LEAF
            drawn += leaf(x, crown, n * size, width * size, a, colour, bend=bend, veins=8, key=4)
        return drawn

    art = arching(((-202, 170, 58), (22, 170, 58), (-175, 225, 70), (-5, 225, 70)), 60)
    trunk = swell(bow((x, y), (x, crown - 10 * size), 6), 44 * size, lambda t: 1 - 0.45 * t)
    art += block(trunk, "#8FA35C", width=5)
    art += stroke((x - 6 * size, y - 10 * size), (x - 3 * size, crown + 40 * size), width=7 * size)
    return art + arching(((-142, 240, 66), (-38, 240, 66), (-113, 225, 30), (-71, 230, 30)), 58)


def crop_row(y: float, size: float, width: int, fill: str, *, shift: float = 0) -> str:
    """A row of leafy heads across the field."""
    art = ""
    gap = 92 * size
    for i in range(int(width / gap) + 2):
        x = i * gap - gap / 2 + shift
        for k in (-38, 38, 0):
            tip = (x + k * size, y - (70 if k == 0 else 46) * size)
            art += block(
                swell(bow((x, y), tip, k * 0.2), 44 * size, lambda t: sin(pi * t**0.7)), fill, width=4
            )
            art += stroke((x, y - 6), ((x + tip[0]) / 2, (y + tip[1]) / 2), width=5 * size + 1)
    return art


def lotus(x: float, y: float, size: float) -> str:
    """A lotus leaf on the water."""
    art = block(ring(x, y, 92 * size, 34 * size, n=16), MOSS, width=5)
    for k in range(-3, 4):
        art += stroke(
            (x, y),
            (x + k * 26 * size, y - (26 - abs(k) * 5) * size),
            width=5,
            colour=PAPER if k < 1 else SHALLOW,
        )
    return art + stroke((x - 20, y + 12 * size), (x + 30 * size, y + 20 * size), width=5, colour=WHITE)
