"""Banners of single villages: lotus ponds, cane, dunes, a harbour, hills, geese, hens, taro."""

from math import sin

from pictures import grounds as g
from pictures.carve import block, dots, flat, gouge, line, stroke
from pictures.ink import (
    BARK,
    CLAY,
    CORAL,
    CREAM,
    INK,
    LEAF,
    LYCHEE,
    MOSS,
    ORANGE,
    PALE_LEAF,
    PAPER,
    PLUM,
    RICE,
    ROSE,
    SAND,
    SEA,
    SHALLOW,
    SPROUT,
    STRAW,
    WHITE,
)
from pictures.plants import heart_leaf, leaf, long_leaf
from pictures.scenes import boat, house, lotus, placed, tree
from pictures.sea import fish
from pictures.shapes import bow, jitter, points, ring, swell
from pictures.sheet import geese
from pictures.tropics import jackfruit_alone
from pictures.yard import goose_alone, hen_alone

W, H = 1440, 480


def _bloom(x: float, y: float, size: float) -> str:
    """An open lotus flower on its stalk."""
    art = line([(x, y), (x + 6 * size, y + 150 * size)], INK, 11 * size)
    art += line([(x, y), (x + 6 * size, y + 150 * size)], MOSS, 5 * size)
    for k in (-3, 3, -2, 2, -1, 1, 0):
        tip = (x + k * 30 * size, y - (104 - 9 * abs(k)) * size)
        petal = swell(bow((x, y), tip, k * 5 * size, n=10), 44 * size)
        art += block(petal, ROSE if k % 2 else "#F0C9C0", width=5)
    return art


def lotus_ponds() -> str:
    """兰石: lotus as far as one sees, geese above."""
    art = g.disc(1010, 150, 86, CORAL) + g.hills(206, 84, MOSS, cut=PALE_LEAF, seed=13, width=W)
    art += house(560, 222, 0.4) + house(680, 220, 0.34) + tree(480, 226, 0.52) + tree(780, 222, 0.44, MOSS)
    art += geese(240, 84, 1.2, INK, count=7) + g.waves(216, SEA, SHALLOW, rows=5, width=W, bottom=H)
    for row, (y, size, gap) in enumerate(
        ((250, 0.42, 120), (292, 0.6, 170), (350, 0.86, 230), (428, 1.2, 310))
    ):
        for i in range(W // gap + 2):
            art += lotus(i * gap + (row % 2) * gap / 2 - 30, y + 10 * jitter(i, row), size)
    for x, y, size in (
        (150, 330, 0.9),
        (420, 300, 0.62),
        (830, 340, 0.86),
        (1130, 306, 0.66),
        (1330, 350, 1.0),
    ):
        art += _bloom(x, y, size)
    return art


def cane_stands() -> str:
    """中堂: black cane on both sides, the village between."""
    art = g.disc(720, 170, 96, RICE, ray=PAPER, count=48) + g.hills(
        250, 90, SHALLOW, seed=6, width=W, cut=PAPER
    )
    art += flat([(-20, 244), (1460, 244), (1460, 500), (-20, 500)], SPROUT)
    art += (
        house(640, 290, 0.5)
        + house(790, 288, 0.42, "#E9D3A4")
        + tree(540, 296, 0.62)
        + tree(910, 292, 0.56, MOSS)
    )
    art += g.furrows(300, "#A9743F", "#D9B277", cx=720, width=W, bottom=H, count=11)
    for x in (*range(20, 470, 62), *range(1010, 1450, 62)):
        lean = 14 * jitter(x, 3)
        for a, bend in ((-120, -60), (-62, 60)):
            art += long_leaf(
                x + lean, 170 + 16 * jitter(x, 2), 190, 26, a, LEAF if x % 4 else MOSS, bend=bend
            )
        stalk = [(x - 15, 500), (x - 13 + lean, 150), (x + 13 + lean, 150), (x + 15, 500)]
        art += block(stalk, PLUM if x % 4 else "#6B4A2E", sharp=True, width=6)
        for k in range(6):
            y = 190 + k * 54
            art += stroke((x - 17, y), (x + 17, y), bend=3, width=9, colour=STRAW)
            art += stroke((x - 8, y + 12), (x - 7, y + 44), width=5, colour=ROSE)
    return art


def dunes() -> str:
    """海山: beds of leeks and taro in the sand, the sea behind."""
    art = g.disc(300, 150, 84, CORAL, ray=CREAM) + g.waves(186, SEA, PAPER, rows=4, width=W, bottom=330)
    art += boat(620, 226, 0.4, STRAW) + boat(760, 216, 0.3) + boat(1150, 230, 0.44)
    art += flat(points("-40,290 240,262 520,292 840,258 1160,290 1480,262 1480,500 -40,500"), SAND)
    art += gouge(points("-20,300 240,274 520,304 840,270 1160,302 1460,276"), 14, PAPER)
    art += dots(720, 400, 760, 90, 120, 4, "#B98A58", seed=5)
    for row, (y, size) in enumerate(((318, 0.5), (372, 0.74), (446, 1.06))):
        gap = 46 * size
        for i in range(int(760 / gap)):
            x = i * gap - 16 + row * 12
            for k in (-16, 14, -2):
                tip = (x + k * size * 1.7, y - (62 + 8 * jitter(i, row)) * size)
                art += block(
                    swell(bow((x, y), tip, k * 0.4, n=8), 15 * size, lambda t: 1 - t**2),
                    LEAF if i % 2 else MOSS,
                    width=3,
                )
            art += flat(
                [(x - 7 * size, y - 8), (x + 7 * size, y - 8), (x + 9 * size, y + 8), (x - 9 * size, y + 8)],
                WHITE,
            )
    for x, y, size, a in (
        (860, 330, 0.26, -120),
        (1010, 340, 0.3, -60),
        (1180, 336, 0.28, -110),
        (1340, 344, 0.3, -70),
        (900, 430, 0.44, -115),
        (1100, 446, 0.5, -75),
        (1310, 440, 0.46, -105),
    ):
        art += line([(x, y + 30), (x, y)], MOSS, 16 * size) + heart_leaf(
            x, y, size, a, LEAF if x % 40 else MOSS
        )
        art += heart_leaf(x, y, size * 0.9, a + 90, MOSS)
    return art


def harbour() -> str:
    """王村港: boats at the mole, fish on the drying lines."""
    art = g.disc(1120, 160, 100, ORANGE, ray=CREAM, count=48) + g.hills(190, 54, MOSS, seed=9, width=W)
    art += g.waves(184, SEA, PAPER, rows=5, width=W, bottom=H)
    art += boat(880, 224, 0.36, STRAW) + boat(1260, 226, 0.4)
    art += boat(640, 300, 0.76) + boat(930, 330, 0.86, LYCHEE) + boat(1240, 350, 0.96, STRAW)
    mole = points("-40,330 120,322 330,330 470,352 560,392 600,500 -40,500")
    art += block(mole, "#B9A682", width=8)
    for row in range(4):
        for k in range(7):
            x, y = 20 + k * 78 + (row % 2) * 38, 356 + row * 36
            if x < 500 + row * 14:
                art += stroke(
                    (x, y), (x + 56, y + 3), bend=4, width=7, colour=INK if (k + row) % 3 == 0 else CREAM
                )
    art += house(110, 330, 0.52) + house(260, 330, 0.44, "#E9D3A4") + tree(30, 336, 0.62)
    for x in (330, 520):
        art += line([(x, 430), (x, 286)], INK, 13)
    art += line([(326, 296), (424, 310), (524, 296)], INK, 6)
    for k in range(4):
        art += placed(fish(0, 0, 1, "#C9D3BC"), 356 + k * 46, 336, 0.09)
    return art


def hill_gardens() -> str:
    """高栈: slopes of peanuts and cassava, a jackfruit tree before the houses."""
    art = g.disc(1090, 140, 84, RICE, ray=PAPER) + g.hills(240, 150, "#8FB07A", seed=14, width=W, cut=PAPER)
    art += g.hills(290, 110, MOSS, seed=4, width=W, cut=PALE_LEAF)
    art += (
        house(690, 306, 0.5)
        + house(840, 304, 0.42, "#E9D3A4")
        + tree(590, 312, 0.66)
        + tree(960, 308, 0.6, MOSS)
    )
    art += g.terraces(300, ("#A9743F", "#B98A58", "#8E5A36"), PALE_LEAF, bottom=H, width=W, seed=5)
    for x, c in ((1280, LEAF), (1330, MOSS), (1390, LEAF), (1430, MOSS)):
        art += block([(x - 10, -20), (x + 10, -20), (x + 12, 500), (x - 12, 500)], c, sharp=True, width=5)
        for y in range(30, 480, 86):
            art += stroke((x - 13, y), (x + 13, y), bend=3, width=8, colour=PALE_LEAF)
    art += block(swell(bow((190, 500), (210, 150), 10), 84, lambda t: 1 - 0.35 * t), BARK, width=7)
    for x, y, size in ((120, 250, 0.2), (270, 290, 0.23), (205, 360, 0.18)):
        art += placed(jackfruit_alone(), x - 460 * size, y - 250 * size, size)
    for i in range(13):
        a = 150 + i * 20
        art += leaf(210, 130, 190, 74, a, LEAF if i % 2 else MOSS, veins=5, key=5)
    return art


def goose_river() -> str:
    """泗岸: geese on the river, garlic on the bank."""
    art = g.disc(430, 150, 86, CORAL) + g.hills(210, 80, SHALLOW, seed=12, width=W, cut=PAPER)
    art += (
        house(980, 226, 0.44)
        + house(1110, 224, 0.38, "#E9D3A4")
        + tree(890, 230, 0.56)
        + tree(1230, 226, 0.5, MOSS)
    )
    art += g.waves(218, SEA, SHALLOW, rows=5, width=W, bottom=H)
    art += flat(points("820,216 1460,216 1460,300 1180,292 960,262"), SPROUT)
    for row in range(3):
        for i in range(14):
            x, y = 900 + i * 42 + row * 30, 242 + row * 18
            if x < 1440:
                art += stroke((x, y), (x - 4, y - 20), width=6, colour=LEAF) + stroke(
                    (x, y), (x + 6, y - 17), width=5, colour=MOSS
                )
    for x, y, size, turned in (
        (180, 250, 0.13, True),
        (330, 262, 0.14, True),
        (480, 250, 0.12, True),
        (240, 300, 0.19, True),
        (470, 308, 0.2, True),
        (700, 300, 0.18, True),
        (940, 320, 0.21, False),
        (1190, 330, 0.22, False),
    ):
        art += placed(goose_alone(), x + (1200 * size if turned else 0), y - 60 * size, size, mirrored=turned)
        # The water stands as high as the breast.
        middle, level = x + 600 * size, y + 880 * size
        art += flat(ring(middle, level + 80 * size, 420 * size, 110 * size, n=16), SEA)
        for k in (0, 60):
            ripple = bow(
                (middle - 330 * size, level + k * size), (middle + 330 * size, level + k * size), -26 * size
            )
            art += gouge(ripple, 30 * size, PAPER)
    for i in range(26):
        x = 60 + i * 52
        art += gouge(
            bow((x, 440 + 14 * (i % 2)), (x + 44, 440 + 14 * (i % 2)), -7), 9, PAPER if i % 3 else SHALLOW
        )
    for x, a, b in ((20, -78, 50), (60, -98, -40), (1390, -84, 40), (1420, -100, -50)):
        art += long_leaf(x, 500, 210, 24, a, LEAF, bend=b)
    return art


def hen_orchard() -> str:
    """塘口: hens under the fruit trees."""
    art = g.disc(250, 140, 80, RICE, ray=PAPER) + g.hills(250, 96, SHALLOW, seed=15, width=W, cut=PAPER)
    art += flat(points("-20,250 420,236 900,256 1460,240 1460,500 -20,500"), SPROUT)
    art += house(1170, 276, 0.46) + house(1300, 274, 0.4, "#E9D3A4")
    for i in range(9):
        art += tree(
            60 + i * 138, 300 + 10 * (i % 2), 0.5, MOSS if i % 2 else LEAF, fruit=(PLUM, "#EDBE4A")[i % 2]
        )
    for i in range(70):
        x, y = i * 21, 340 + 110 * abs(jitter(i, 6))
        art += stroke((x, y), (x + 5, y - 16), width=5, colour=PALE_LEAF if i % 2 else MOSS)
    for x, y, size, fruit in ((160, 452, 0.9, PLUM), (720, 440, 0.86, "#EDBE4A"), (1280, 456, 0.94, PLUM)):
        art += tree(x, y, size, LEAF, fruit=fruit)
    for x, y, size, turned in (
        (330, 300, 0.15, False),
        (520, 330, 0.13, True),
        (880, 306, 0.15, True),
        (1060, 330, 0.13, False),
    ):
        art += placed(hen_alone(), x + (1200 * size if turned else 0), y, size, mirrored=turned)
    return art


def taro_field() -> str:
    """板桥: taro up to the knee, the village behind."""
    art = g.disc(900, 150, 88, CORAL, ray=CREAM) + g.hills(230, 96, MOSS, cut=PALE_LEAF, seed=7, width=W)
    art += (
        house(330, 250, 0.46)
        + house(470, 248, 0.4, "#E9D3A4")
        + tree(240, 254, 0.6)
        + tree(580, 250, 0.5, MOSS)
    )
    art += g.waves(246, SHALLOW, PAPER, rows=4, width=W, bottom=H)
    for y in (262, 330):
        art += gouge([(x, y + 5 * sin(x / 90)) for x in range(-20, W + 40, 40)], 15, CLAY, lambda _t: 1)
    for row, (y, size, gap) in enumerate(((300, 0.24, 92), (366, 0.36, 138), (460, 0.56, 214))):
        for i in range(W // gap + 2):
            x = i * gap + (row % 2) * gap / 2 - 20
            for k, a in enumerate((-150, -35, -95)):
                reach = 150 * size
                foot = (x + (k - 1) * 26 * size, y - reach)
                art += line([(x, y + 20), foot], MOSS, 17 * size)
                art += heart_leaf(
                    *foot, size * 0.78, a + 10 * jitter(i, row), (LEAF, MOSS, "#5F9A4C")[(i + k) % 3]
                )
    return art


PICTURES = {
    "village_lotus": (lotus_ponds, CREAM),
    "village_cane": (cane_stands, "#F3DFB8"),
    "village_dunes": (dunes, "#F6E3C2"),
    "village_harbour": (harbour, STRAW),
    "village_hills": (hill_gardens, "#F4E6C2"),
    "village_geese": (goose_river, "#F3E1BC"),
    "village_hens": (hen_orchard, CREAM),
    "village_taro": (taro_field, "#F4DDB6"),
}
