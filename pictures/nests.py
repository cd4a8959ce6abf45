"""Eggs of geese and quails, and the palm-leaf fan."""

from itertools import pairwise
from math import cos, pi, sin

from pictures import grounds as g
from pictures.carve import block, flat, gouge, line, stroke
from pictures.ink import (
    BARK,
    CORAL,
    CREAM,
    INK,
    LEAF,
    LYCHEE,
    MIST,
    MOSS,
    NIGHT,
    PAPER,
    RICE,
    SAND,
    SEA,
    SHALLOW,
    STRAW,
    WHITE,
)
from pictures.plants import long_leaf, shadow_under
from pictures.shapes import bow, jitter, lens, moved, points, ring, swell, wedge
from pictures.yard import egg


def goose_eggs() -> str:
    """鹅蛋: large and white, in a basket with a feather."""
    art = g.disc(880, 250, 150, CORAL) + g.waves(330, SEA, SHALLOW, rows=4, bottom=640)
    art += flat(points("-40,600 400,580 800,610 1240,580 1240,1240 -40,1240"), "#7FA650")
    for x, a in ((70, -80), (130, -100), (1060, -82), (1120, -100)):
        art += long_leaf(x, 700, 380, 40, a, LEAF, bend=50 if a > -90 else -50)
    art += shadow_under(600, 1090, 440, 34)
    handle = bow((200, 700), (1000, 700), -420, n=24)
    art += block(swell(handle, 46, lambda _t: 1), BARK, width=9)
    for k in range(2, 22, 2):
        x, y = handle[k]
        art += stroke((x - 16, y - 20), (x + 16, y + 20), width=10, colour=STRAW)
    art += flat(ring(600, 720, 420, 120, n=24), NIGHT)
    for i, (x, y, s, a) in enumerate(
        (
            (380, 620, 1.28, 60),
            (800, 610, 1.3, 110),
            (590, 560, 1.34, 84),
            (480, 720, 1.3, 20),
            (740, 730, 1.28, -20),
        )
    ):
        art += egg(x, y, s, a, ("#F3EEDC", WHITE, "#EAE4CE")[i % 3])
    basket = points("170,700 260,760 600,830 940,760 1030,700 980,900 860,1060 600,1100 340,1060 220,900")
    art += block(basket, "#B98A4E", width=12)
    for row in range(5):
        for k in range(15):
            x = 210 + k * 56 + (row % 2) * 28
            y = 800 + row * 62 + 56 * sin(pi * (x - 170) / 860) - 36
            if ((x - 600) / 410) ** 2 + ((y - 880) / 215) ** 2 < 1 and y > 740 + 86 * sin(
                pi * (x - 170) / 860
            ):
                art += block(
                    swell(bow((x - 30, y), (x + 30, y + 4), 6), 30, lens),
                    RICE if (row + k) % 2 else "#D9AE62",
                    width=5,
                )
    rim = [(170 + i * 43, 700 + 122 * sin(pi * i / 20)) for i in range(21)]
    art += block(swell(rim, 44, lambda _t: 1), BARK, width=8)
    feather = bow((880, 1110), (1130, 900), -30, n=16)
    art += block(swell(feather, 96, lambda t: min(1, t * 3) * (1 - t**3)), WHITE, width=8) + gouge(
        feather, 10, INK, wedge
    )
    return art


def quail_eggs() -> str:
    """鹌鹑蛋: small and speckled, heaped in a bowl."""
    art = g.lattice("#D9BE92") + g.table(780, "#7A5230", "#B98A58") + shadow_under(600, 1090, 430, 32)
    for row, (y, count, reach) in enumerate(((470, 4, 210), (560, 5, 300), (650, 6, 360))):
        for k in range(count):
            x = 600 + (k - (count - 1) / 2) * reach * 2 / (count - 0.2)
            art += _speckled(x, y + 16 * jitter(k, row), 0.62, 90 * jitter(k, row + 4), row * 9 + k)
    bowl = points(
        "140,660 300,720 600,750 900,720 1060,660 1000,880 880,1020 760,1080 440,1080 320,1020 200,880"
    )
    art += block(bowl, SEA, width=12)
    for k in range(9):
        x = 240 + k * 90
        art += stroke(
            (x, 800 + 40 * sin(pi * k / 8)),
            (x + 50, 880 + 40 * sin(pi * k / 8)),
            bend=20,
            width=15,
            colour=SHALLOW,
        )
    art += gouge(bow((300, 1010), (900, 1010), 50), 16, INK) + gouge(
        bow((190, 700), (600, 776), 16), 17, MIST
    )
    for x, y, a, s in ((180, 1070, 30, 3), (1010, 1080, -20, 8), (330, 1120, -70, 6)):
        art += _speckled(x, y, 0.6, a, s)
    return art


def _speckled(x: float, y: float, size: float, angle: float, seed: int) -> str:
    art = egg(x, y, size, angle, ("#E6D8B4", "#EFE6CC", "#DCCBA0")[seed % 3])
    for i in range(15):
        r = ((i + 0.5) / 15) ** 0.5
        a = i * 2.4 + seed
        px, py = moved([(-10 + 104 * r * cos(a), 72 * r * sin(a))], x, y, angle=angle, size=size)[0]
        wide = (17 + 9 * jitter(i, seed)) * size
        art += flat(ring(px, py, wide, wide * 0.7, n=7, uneven=0.25, seed=i), "#5B4630" if i % 3 else BARK)
    return art


def palm_fan() -> str:
    """葵扇: one whole with its hemmed rim, another behind."""
    art = g.seigaiha(40, 1190, "#D98A63", r=130)
    return art + _fan(800, 420, 0.78, 24, "#CFC07A") + _fan(500, 480, 1.04, -14, "#E6D696")


def _fan(x: float, y: float, size: float, angle: float, fill: str) -> str:
    """One fan; its ribs meet at the head of the handle."""

    def put(shape: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return moved(shape, x, y, angle=angle, size=size)

    heart = points(
        "0,300 -90,240 -250,200 -370,70 -390,-110 -310,-270 -160,-360 0,-330 160,-360 310,-270 390,-110"
        " 370,70 250,200 90,240"
    )
    foot = (0.0, 268.0)
    art = block(put([(-24, 240), (-16, 640), (16, 640), (24, 240)]), BARK, sharp=True, width=9)
    for k in range(5):
        art += stroke(
            put([(-22, 470 + k * 34)])[0], put([(22, 480 + k * 34)])[0], width=13 * size, colour=LYCHEE
        )
    art += block(put(heart), fill, width=12)
    # Each rib ends short of the rim, halfway between two points of it.
    rim = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(heart[1:])] + heart[2:-1]
    for i, (px, py) in enumerate(rim):
        tip = (foot[0] + (px - foot[0]) * 0.92, foot[1] + (py - foot[1]) * 0.92)
        dark = i >= len(heart) - 2
        art += gouge(
            put(bow(foot, tip, 5 * jitter(i))),
            (11 if dark else 17) * size,
            "#7A6A34" if dark else PAPER,
            wedge,
        )
    for k in (0.52, 0.78):
        woven = [(foot[0] + (px - foot[0]) * k, foot[1] + (py - foot[1]) * k) for px, py in heart[2:-1]]
        art += line(put(woven), "#A8954A", 7 * size)
    edge = put([*heart, heart[0]])
    art += line(edge, INK, 26 * size) + line(edge, MOSS, 13 * size)
    return art + block(put(ring(0, 262, 44, 40, n=12)), CORAL, width=8)


PICTURES = {
    "goose_egg": (goose_eggs, CREAM),
    "quail_egg": (quail_eggs, SAND),
    "palm_fan": (palm_fan, "#B4552D"),
}
