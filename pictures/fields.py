"""Banners of the land: terraces, ridges, rows, orchards, a village."""

from math import sin

from pictures import grounds as g
from pictures.bunches import lychees
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
    ORANGE,
    PALE_LEAF,
    PAPER,
    RICE,
    ROSE,
    SAND,
    SEA,
    SHALLOW,
    SPROUT,
    STRAW,
)
from pictures.plants import heart_leaf
from pictures.pods import bell_pepper
from pictures.scenes import boat, crop_row, house, placed, tree
from pictures.shapes import bow, jitter, points, swell
from pictures.sheet import geese
from pictures.staples import rice_ear
from pictures.yard import goose_alone

W, H = 1440, 480


def rice_terraces() -> str:
    """吴阳: rice in terraces down to the sea, the sun on the water, nine geese in formation."""
    art = g.disc(1000, 176, 104, CORAL, ray=PAPER, count=48) + g.hills(196, 46, SHALLOW, seed=8, width=W)
    art += (
        g.waves(192, SEA, PAPER, rows=4, width=W, bottom=330)
        + boat(900, 232, 0.36, STRAW)
        + boat(1110, 246, 0.46)
    )
    art += geese(430, 92, 1.35, INK, count=9)
    art += flat(points("-40,150 60,140 210,172 330,206 470,250 540,300 -40,330"), MOSS)
    for i in range(14):
        art += stroke(
            (20 + i * 34, 178 + i * 7 + 22 * (i % 2)),
            (58 + i * 34, 176 + i * 7 + 22 * (i % 2)),
            bend=-8,
            width=7,
            colour=PALE_LEAF,
        )
    art += paddies()
    art += tree(176, 300, 0.62) + house(270, 302, 0.4) + house(380, 300, 0.34) + tree(500, 302, 0.44, MOSS)
    for x, h, r in ((1130, 330, 190), (1230, 380, 210), (1060, 240, 160), (1300, 290, 170), (1180, 200, 150)):
        art += placed(rice_ear(0, 0, h * 2, r * 2), x, 520, 0.5)
    for x, h, r in ((150, 230, 140), (60, 280, 180)):
        art += placed(rice_ear(0, 0, h * 2, r * 2), x, 540, 0.5)
    return art


def paddies() -> str:
    """Five steps of paddy, some under water, some ripe; every edge carved."""
    art = ""
    for i, colour in enumerate((SPROUT, SHALLOW, "#9DB552", "#C9BE57", RICE)):
        top, swing = 286 + 15 * i + 7.5 * i * i, 12 + 5 * i

        def edge(x: float, top: float = top, swing: float = swing, i: int = i) -> float:
            return top + swing * sin(x / 230 + i * 2.1) - swing * 0.5 * sin(x / 90 + i)

        crest = [(x, edge(x)) for x in range(-60, W + 61, 60)]
        art += flat([*crest, (W + 60, H + 40), (-60, H + 40)], colour)
        art += line(crest, INK, 5 + i) + gouge(
            [(x, y + 9 + 2 * i) for x, y in crest], 7 + i, PAPER, lambda _t: 1
        )
        gap = 24 + 8 * i
        for k in range(W // gap + 1):
            x = k * gap + 6 * jitter(k, i)
            y = edge(x) + 30 + 7 * i
            if colour == SHALLOW:
                art += stroke((x - 26, y), (x + 26, y), bend=-5, width=5)
            else:
                art += stroke((x, y), (x + 5, y - 15 - 4 * i), width=5 + i, colour=PAPER if i < 4 else CREAM)
                art += stroke(
                    (x + 10, y + 16 + 4 * i), (x + 4, y), width=4 + i, colour=LEAF if i < 3 else BARK
                )
    return art


def tuber_ridges() -> str:
    """长岐: the ridges of Sucun sweet potato."""
    art = (
        g.disc(220, 130, 76, ORANGE)
        + g.hills(210, 100, MOSS, cut=PALE_LEAF, seed=2, width=W)
        + house(1000, 226, 0.4)
        + house(1130, 220, 0.34)
        + tree(930, 232, 0.5)
        + tree(1280, 226, 0.56, MOSS)
    )
    art += g.furrows(214, "#8E5A36", "#C79A66", cx=720, width=W, bottom=H)
    for i in range(15):
        art += heart_leaf(
            30 + i * 100, 262 + 18 * (i % 3), 0.28, (200, 40, 120, -30)[i % 4], LEAF if i % 2 else MOSS
        )
    for x, y, s, c in ((260, 400, 0.36, "#8E3B57"), (560, 420, 0.32, "#A34860"), (1040, 404, 0.4, "#8E3B57")):
        spine = bow((-300, 40), (300, -30), -40, n=16)
        tuber = block(swell(spine, 210, lambda t: max(4 * t * (1 - t), 0) ** 0.6), c, width=14)
        tuber += "".join(
            stroke((px - 60, py + 50 + k * 16), (px + 60, py + 46 + k * 16), bend=10, width=12, colour=INK)
            for k in range(2)
            for px, py in spine[4:13:4]
        )
        tuber += stroke((-160, -30), (120, -64), bend=-20, width=18, colour=ROSE)
        art += placed(tuber, x, y, s)
    return art


def winter_vegetables() -> str:
    """黄坡: rows of winter vegetables for the north, geese above."""
    art = (
        g.disc(720, 150, 90, RICE, ray=PAPER)
        + g.hills(220, 96, SHALLOW, seed=7, width=W, cut=PAPER)
        + geese(1010, 90, 1.3, INK, count=7)
    )
    art += flat([(-20, 216), (1460, 216), (1460, 500), (-20, 500)], BARK, sharp=True)
    for i, (y, s) in enumerate(((256, 0.44), (300, 0.62), (358, 0.86), (434, 1.16))):
        art += crop_row(y, s, W, (SPROUT, MOSS, "#5F9A4C", LEAF)[i], shift=20 * i)
    return (
        art
        + house(200, 222, 0.42)
        + tree(120, 224, 0.5)
        + placed(bell_pepper(0, 0, 1, LYCHEE), 1180, 384, 0.3)
        + placed(bell_pepper(0, 0, 1, "#5B9150"), 1310, 404, 0.28)
    )


def orchard() -> str:
    """Lychee and longan on the hills, framed by two ripe bunches."""
    art = g.disc(1040, 130, 86, CORAL, ray=CREAM)
    art += g.hills(250, 120, "#8FB07A", seed=3, width=W, cut=PAPER)
    art += g.hills(310, 90, MOSS, seed=11, width=W, cut=PALE_LEAF)
    art += flat(points("-20,300 500,282 1000,308 1460,290 1460,500 -20,500"), SPROUT)
    for i in range(13):
        art += tree(
            20 + i * 118, 322 + 10 * (i % 2), 0.42, MOSS if i % 2 else LEAF, fruit=(LYCHEE, "#D9A24E")[i % 2]
        )
    art += house(640, 366, 0.4) + house(750, 372, 0.34)
    for i in range(60):
        x, y = i * 25, 392 + 62 * abs(jitter(i, 4))
        art += stroke((x, y), (x + 5, y - 16), width=5, colour=PALE_LEAF if i % 2 else MOSS)
    for x, y, size, fruit in (
        (330, 452, 0.82, LYCHEE),
        (500, 478, 0.74, "#D9A24E"),
        (940, 476, 0.8, "#D9A24E"),
        (1110, 452, 0.84, LYCHEE),
    ):
        art += tree(x, y, size, LEAF if fruit == LYCHEE else MOSS, fruit=fruit)
    return art + placed(lychees(), -80, -36, 0.34) + placed(lychees(), 1110, -40, 0.32)


def village() -> str:
    """A village under its banyan, fields before it."""
    art = g.disc(1180, 130, 76, CORAL) + g.hills(226, 96, SHALLOW, seed=12, width=W, cut=PAPER)
    for x, s in ((420, 0.52), (600, 0.6), (800, 0.52), (970, 0.46)):
        art += house(x, 272, s, CREAM if x % 200 else "#E9D3A4")
    art += (
        tree(310, 286, 1.0)
        + tree(1130, 276, 0.66, MOSS)
        + flat([(-20, 264), (1460, 270), (1460, 300), (-20, 300)], SAND)
    )
    art += g.terraces(292, (SPROUT, "#8FB554", "#A9B455"), PAPER, bottom=H, width=W, seed=3)
    return art + placed(goose_alone(), 150, 300, 0.17) + placed(goose_alone(), 30, 330, 0.15)


PICTURES = {
    "wuyang": (rice_terraces, CREAM),
    "village_potato": (tuber_ridges, STRAW),
    "village_fields": (winter_vegetables, "#F3E1BC"),
    "village_orchard": (orchard, "#F4DDB6"),
    "village_banyan": (village, MIST),
}
