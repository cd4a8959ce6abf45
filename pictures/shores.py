"""Banners of the water: groves by the river, the coast, ponds, the city."""

from pictures import grounds as g
from pictures.bunches import bunch
from pictures.carve import ball, block, dots, flat, line, shade, stroke
from pictures.gourds import rind
from pictures.ink import (
    CORAL,
    CREAM,
    INK,
    LEAF,
    LYCHEE,
    MOSS,
    NIGHT,
    ORANGE,
    PALE_LEAF,
    PAPER,
    RICE,
    SAND,
    SEA,
    SHALLOW,
    SPROUT,
    STRAW,
)
from pictures.plants import heart_leaf, long_leaf
from pictures.scenes import banana_plant, boat, house, lotus, placed, tree
from pictures.sea import fish, prawn
from pictures.shapes import points, ring
from pictures.sheet import geese

W, H = 1440, 480


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


PICTURES = {
    "village_banana": (banana_forest, "#F3DFB8"),
    "village_sea": (fishing_coast, STRAW),
    "village_melon": (melon_coast, "#F6E3C2"),
    "village_pond": (fish_ponds, CREAM),
    "village_river": (river_market, "#F6E3C2"),
}
