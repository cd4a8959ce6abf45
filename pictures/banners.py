"""Wide pictures for towns and villages: a horizon, sea or fields, what grows there, geese for the demonstration towns."""

from math import sin

from pictures import grounds as g
from pictures.carve import ball, block, dots, flat, gouge, line, shade, stroke
from pictures.creatures import fish, goose_alone, prawn
from pictures.fruit import bunch, lychees, rind
from pictures.greens import bell_pepper
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
from pictures.plants import long_leaf
from pictures.roots import heart_leaf, rice_ear
from pictures.scenes import banana_plant, boat, crop_row, house, lotus, placed, tree
from pictures.shapes import bow, jitter, points, ring, swell
from pictures.sheet import geese

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


def banana_forest() -> str:
    """十里蕉林: banana plants along the river, a ripe bunch in front."""
    art = g.disc(300, 150, 92, RICE, ray=PAPER) + g.hills(250, 90, SHALLOW, seed=5, width=W)
    for i in range(11):
        art += banana_plant(20 + i * 142, 300 + 12 * (i % 3), 0.5 + 0.05 * (i % 2), LEAF if i % 2 else MOSS)
    art += (
        g.waves(300, SEA, SHALLOW, rows=3, width=W, bottom=410)
        + boat(560, 366, 0.5)
        + boat(690, 346, 0.34, STRAW)
    )
    art += flat(points("-20,398 300,408 760,388 1100,404 1460,390 1460,500 -20,500"), "#A9743F")
    for i in range(30):
        art += stroke(
            (i * 50, 430 + 26 * (i % 2)),
            (i * 50 + 34, 428 + 26 * (i % 2)),
            bend=-4,
            width=6,
            colour="#D6A871",
        )
    art += banana_plant(90, 500, 1.05) + banana_plant(330, 510, 0.8, LEAF) + banana_plant(1370, 520, 1.1)
    art += banana_plant(1100, 520, 1.5, LEAF) + placed(bunch(), 1036, 214, 0.22)
    return art


def fishing_coast() -> str:
    """王村港 and the coast: boats, prawns and fish."""
    art = g.disc(720, 170, 110, CORAL, ray=CREAM, count=48) + g.hills(210, 60, MOSS, seed=9, width=W)
    art += g.waves(200, SEA, PAPER, rows=5, width=W, bottom=H)
    art += (
        boat(300, 250, 0.62)
        + boat(520, 222, 0.4, STRAW)
        + boat(980, 232, 0.46)
        + boat(1130, 218, 0.32, STRAW)
    )
    return (
        art
        + placed(prawn(0, 0, 1, -8, CORAL), 180, 366, 0.3)
        + placed(prawn(0, 0, 1, 12, "#EBAF90"), 420, 410, 0.26)
        + placed(fish(0, 0, 1, "#C9D3BC"), 980, 390, 0.3)
    )


def melon_coast() -> str:
    """覃巴: melons on sandy fields above the sea."""
    art = (
        g.disc(1130, 140, 80, CORAL)
        + g.waves(190, SEA, PAPER, rows=4, width=W, bottom=330)
        + boat(820, 228, 0.42, STRAW)
        + boat(930, 214, 0.3)
    )
    art += flat(points("-20,300 360,268 760,300 1100,276 1460,300 1460,500 -20,500"), SAND) + dots(
        720, 410, 760, 80, 110, 4, "#B98A58", seed=2
    )
    art += line(points("-20,360 240,330 520,380 800,340 1100,390 1460,350"), LEAF, 9)
    for i, (x, y, a) in enumerate(
        ((120, 346, 200), (380, 356, 60), (640, 366, 150), (900, 356, 20), (1220, 380, 200), (1380, 360, 80))
    ):
        art += heart_leaf(x, y, 0.32, a, LEAF if i % 2 else MOSS)
    for x, y, s in ((260, 390, 0.32), (560, 410, 0.27), (1090, 388, 0.36), (800, 420, 0.22)):
        melon = block(ring(0, 0, 395, 345, n=22, uneven=0.01), MOSS, width=16) + rind(-8, 6, 380, 335, NIGHT)
        melon += shade(0, 0, 395, 345, towards=50, rows=3, span=90, width=26) + shade(
            0, 0, 395, 345, towards=215, rows=2, span=60, width=26, colour=PAPER, first=0.86
        )
        art += placed(melon, x, y, s * 0.8)
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


def fish_ponds() -> str:
    """Ponds between dykes, white geese and fish."""
    art = (
        g.disc(260, 140, 80, CORAL)
        + g.hills(214, 80, MOSS, cut=PALE_LEAF, seed=6, width=W)
        + house(880, 226, 0.36)
        + tree(800, 228, 0.5)
        + tree(1040, 226, 0.44, MOSS)
    )
    art += g.waves(220, SEA, SHALLOW, rows=5, width=W, bottom=H) + flat(
        [(-20, 214), (1460, 214), (1460, 232), (-20, 236)], SPROUT
    )
    art += flat([(620, 232), (680, 232), (860, 490), (700, 490)], SPROUT, sharp=True)
    for x, y, s in ((140, 300, 0.6), (320, 270, 0.42), (1290, 290, 0.6), (1130, 262, 0.42), (520, 330, 0.6)):
        art += lotus(x, y, s)
    art += placed(fish(0, 0, 1, "#A9BDB0"), 300, 404, 0.28) + placed(
        fish(0, 0, 1, "#C9B3A0", flip=-1), 1080, 390, 0.3
    )
    return art + "".join(
        tuft
        for x in (30, 1400, 660)
        for tuft in (
            long_leaf(x, 490, 150, 20, -80, LEAF, bend=20),
            long_leaf(x + 20, 490, 130, 20, -100, MOSS, bend=-20),
        )
    )


def river_market() -> str:
    """The city: houses by the 鉴江, boats, geese in formation."""
    art = (
        g.disc(720, 170, 120, RICE, ray=PAPER, count=52)
        + g.hills(250, 110, SHALLOW, seed=4, width=W, cut=PAPER)
        + geese(250, 84, 1.3, INK, count=9)
    )
    for x, y, s in (
        (60, 300, 0.6),
        (250, 296, 0.5),
        (440, 300, 0.62),
        (930, 300, 0.6),
        (1120, 296, 0.5),
        (1280, 300, 0.62),
    ):
        art += house(x, y, s, CREAM if s > 0.55 else "#E9D3A4")
    art += (
        tree(650, 306, 0.72)
        + tree(840, 306, 0.6, MOSS)
        + flat([(-20, 296), (1460, 296), (1460, 322), (-20, 322)], SAND)
    )
    art += (
        g.waves(316, SEA, SHALLOW, rows=3, width=W, bottom=H)
        + boat(240, 400, 0.62)
        + boat(700, 420, 0.7, LYCHEE)
        + boat(1090, 396, 0.56, STRAW)
    )
    for x, y, fill in (
        (610, 434, ORANGE),
        (640, 428, ORANGE),
        (180, 412, LYCHEE),
        (206, 410, LYCHEE),
        (1040, 408, MOSS),
        (1064, 406, MOSS),
    ):
        art += ball(x, y, 19, 18, fill, width=4)
    return art


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
    "village_banana": (banana_forest, "#F3DFB8"),
    "village_sea": (fishing_coast, STRAW),
    "village_melon": (melon_coast, "#F6E3C2"),
    "village_potato": (tuber_ridges, STRAW),
    "village_fields": (winter_vegetables, "#F3E1BC"),
    "village_orchard": (orchard, "#F4DDB6"),
    "village_pond": (fish_ponds, CREAM),
    "village_river": (river_market, "#F6E3C2"),
    "village_banyan": (village, MIST),
}
