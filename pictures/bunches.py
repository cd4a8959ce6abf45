"""Fruit that hangs in bunches: bananas, longan, lychee."""

from pictures import grounds as g
from pictures.carve import ball, block, dots, fan, flat, gouge, line, shade, stroke
from pictures.ink import (
    BARK,
    CREAM,
    INK,
    LEAF,
    LYCHEE,
    MOSS,
    PALE_LEAF,
    PAPER,
    PLUM,
    RICE,
    SHALLOW,
    SPROUT,
    STRAW,
    WHITE,
)
from pictures.plants import compound, leaf, stem
from pictures.shapes import Point, bow, pod, points, ring, swell


def finger(a: Point, b: Point, bend: float, width: float, fill: str) -> str:
    """One banana from its stalk to its tip."""
    spine = bow(a, b, bend, n=14)
    drawn = block(swell(spine, width, pod), fill)
    upper = [(x, y - width * 0.1) for x, y in spine[2:-2]]
    lower = [(x + width * 0.06, y + width * 0.18) for x, y in spine[2:-2]]
    tip = swell(spine[-2:], width * 0.34, lambda _t: 1)
    return drawn + gouge(upper, width * 0.13, PAPER) + gouge(lower, width * 0.12, INK) + flat(tip, INK)


def banana() -> str:
    """A hand of bananas before a banana leaf and the sun."""
    back = g.disc(840, 360, 235, RICE, ray=PAPER) + leaf(1150, 1120, 1230, 420, 232, MOSS, bend=-90, veins=15)
    back += leaf(-40, 1180, 980, 330, -62, LEAF, bend=80, veins=12)
    ends = points("250,520 300,700 400,850 540,950 700,1010 860,1010")
    art = ""
    for i, end in enumerate(ends):
        art += finger((790 + i * 9, 330 + i * 12), end, 150 - i * 18, 150, "#EBC04B" if i % 2 else "#F0D06A")
    crown = block(points("742,300 800,170 880,180 890,330 850,400 770,390"), BARK)
    return back + art + crown + fan((820, 330), 230, 300, 5, 120, 12, PAPER)


def pisang() -> str:
    """Short, plump 粉蕉 in tiers on the stalk, the heart below."""
    art = leaf(560, 90, 760, 330, 20, LEAF, bend=60, veins=11) + leaf(
        620, 90, 760, 330, 160, LEAF, bend=-60, veins=11
    )
    return art + bunch()


def bunch() -> str:
    """A whole bunch on its stalk."""
    art = stem((600, 20), (600, 900), 62, SPROUT)
    for tier in range(4):
        y = 235 + tier * 148
        reach = 300 - tier * 28
        for side in (-1, 1):
            for k in (2, 1, 0):
                start = (600 + side * (26 + k * 6), y - k * 8)
                end = (600 + side * (reach - k * 92), y + 96 + k * 34)
                art += finger(start, end, side * -62, 104, PALE_LEAF if (k + tier) % 2 else "#D8D07A")
        art += finger((600, y - 6), (600, y + 150), 10, 104, "#E4DB8E")
    heart = block(points("600,860 690,950 668,1060 600,1130 532,1060 510,950"), PLUM)
    art += (
        heart + stroke((600, 890), (600, 1110), width=10) + stroke((560, 930), (585, 1080), bend=14, width=10)
    )
    return art + stroke((640, 930), (618, 1080), bend=-14, width=10)


CLUSTER: list[Point] = points(
    "450,380 640,350 810,420 350,540 540,520 720,560 880,610 420,700 610,700 780,760 520,860 690,890"
)


def _cluster(points: list[Point], draw: object) -> str:
    return "".join(draw(x, y, i) for i, (x, y) in enumerate(points))  # type: ignore[operator]


def longan() -> str:
    """A cluster of longan, one opened to its white flesh and dark stone."""
    art = g.disc(610, 600, 500, CREAM, ray="#C98F5B", count=56)
    art += compound(560, 250, 330, 205, LEAF, size=190) + compound(640, 240, 330, -28, MOSS, size=190)
    art += stem((600, 60), (600, 420), 30)
    for x, y in CLUSTER:
        art += line([(600, 300), ((600 + x) / 2 + 20, (300 + y) / 2 - 40), (x, y - 80)], INK, 13)

    def fruit(x: float, y: float, i: int) -> str:
        skin = "#C08A4A" if i % 2 else "#A87440"
        return ball(x, y, 106, 104, skin, seed=i) + dots(x - 10, y, 70, 66, 22, 5, INK, seed=i)

    art += _cluster(CLUSTER, fruit)
    art += block(ring(330, 965, 128, 124, seed=3), "#C08A4A") + block(ring(335, 965, 108, 104, seed=5), WHITE)
    art += shade(335, 965, 108, 104, towards=60, rows=3, span=90, width=8, colour="#B9B4A0")
    return art + flat(ring(322, 970, 52, 56, seed=2), INK) + stroke((300, 940), (318, 930), width=13)


def lychee() -> str:
    """Red lychees with their scales, one peeled."""
    art = g.seigaiha(40, 1180, "#A9C9B4", r=100) + lychees()
    art += block(ring(800, 930, 132, 128), WHITE) + shade(
        800, 930, 132, 128, towards=40, rows=4, span=100, width=9, colour="#B4B7A8"
    )
    peel = points(
        "660,930 690,905 730,950 770,920 820,965 860,925 905,955 942,920 930,1020 860,1085 750,1085 680,1020"
    )
    art += block(peel, LYCHEE, sharp=True)
    return art + dots(800, 1020, 100, 44, 18, 8, "#F2B7A4")


def lychees() -> str:
    """A bunch of lychees under its leaves."""
    art = (
        leaf(560, 260, 430, 160, 190, LEAF)
        + leaf(640, 250, 430, 160, -12, MOSS)
        + leaf(600, 230, 330, 140, -70, LEAF)
    )
    art += stem((600, 40), (600, 360), 28)

    def fruit(x: float, y: float, i: int) -> str:
        skin = LYCHEE if i % 3 else "#C8453F"
        drawn = block(ring(x, y, 112, 116, seed=i, n=18, uneven=0.035), skin)
        for row in range(-2, 3):
            for col in range(-2, 3):
                px, py = x + col * 40 + (row % 2) * 20 - 8, y + row * 38
                if ((px - x) / 96) ** 2 + ((py - y) / 98) ** 2 < 1:
                    drawn += gouge(
                        bow((px - 15, py + 6), (px + 15, py + 6), -12), 7, "#F2B7A4" if row + col < 1 else INK
                    )
        return drawn + shade(x, y, 112, 116, towards=45, rows=2, span=90, width=11)

    return art + _cluster(CLUSTER[:9], fruit)


PICTURES = {
    "banana": (banana, SHALLOW),
    "pisang": (pisang, STRAW),
    "longan": (longan, "#DDB27C"),
    "lychee": (lychee, "#CFE0D6"),
}
