"""Fruit of the coast: bananas, melons, citrus, longan and lychee, mango and others."""

from math import cos, pi, radians, sin

from pictures import grounds as g
from pictures.carve import ball, block, dots, fan, flat, gouge, line, shade, stroke
from pictures.ink import (
    BARK,
    CLAY,
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
from pictures.plants import compound, leaf, shadow_under, stem
from pictures.shapes import Point, arc, bow, jitter, lens, moved, pod, points, ring, swell


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


def rind(cx: float, cy: float, rx: float, ry: float, colour: str, tilt: float = 0) -> str:
    """Jagged stripes of a melon from pole to pole."""
    drawn = ""
    for i in range(-3, 4):
        k = i / 3.5
        spine = []
        for n in range(15):
            t = -1 + 2 * n / 14
            x = cx + rx * k * (1 - t * t) ** 0.5 + 13 * jitter(n, i) * (1 - abs(t))
            spine.append((x, cy + ry * t * 0.97))
        wide = 62 * (1 - abs(k) * 0.5)
        drawn += gouge(
            moved([(x - cx, y - cy) for x, y in spine], cx, cy, angle=tilt),
            wide,
            colour,
            lambda t: lens(t) * (0.72 + 0.28 * sin(t * 34)),
        )
    return drawn


def watermelon() -> str:
    """A whole melon and a slice on the sand by the sea."""
    art = (
        g.disc(250, 230, 120, CORAL)
        + g.hills(470, 90, SHALLOW)
        + g.waves(455, SEA, PAPER, rows=5, bottom=820)
    )
    art += flat(points("-40,760 300,700 700,745 1240,690 1240,1240 -40,1240"), SAND)
    art += dots(600, 1010, 620, 190, 90, 7, BARK, seed=4)
    art += shadow_under(720, 900, 380, 40) + block(
        ring(700, 560, 395, 345, n=22, uneven=0.01), MOSS, width=11
    )
    art += rind(692, 566, 380, 335, NIGHT) + shade(700, 560, 395, 345, towards=50, rows=3, span=90, width=22)
    art += shade(700, 560, 395, 345, towards=215, rows=2, span=60, width=20, colour=PAPER, first=0.86)
    art += line([(690, 225), (670, 160), (720, 120), (700, 80)], INK, 16) + line(
        [(690, 225), (670, 160), (720, 120)], SPROUT, 7
    )
    a, b = (90, 830), (640, 1010)
    slice_ = [a, b, *arc(365, 920, 290, 290, 18, 198, n=14)]
    art += shadow_under(380, 1150, 280, 26) + block(slice_, MOSS, sharp=True)
    inner = [(118, 842), (612, 1002), *arc(365, 920, 252, 252, 20, 196, n=14)]
    flesh = [(138, 852), (592, 996), *arc(365, 920, 222, 222, 21, 195, n=14)]
    art += flat(inner, WHITE, sharp=True) + flat(flesh, CORAL, sharp=True)
    for i, (x, y) in enumerate(points("250,950 330,1000 420,1030 500,1040 300,1060 390,1090 250,1020")):
        art += gouge(bow((x - 5, y - 15), (x + 5, y + 15)), 19, INK) + stroke(
            (x - 14, y - 20), (x - 10, y + 8), width=5 + i % 2
        )
    return art


def citrus_half(cx: float, cy: float, r: float, skin: str, flesh: str, *, wedges: int = 10) -> str:
    """A citrus fruit cut across."""
    art = block(ring(cx, cy, r, r, n=22, uneven=0.008), skin) + flat(
        ring(cx, cy, r * 0.9, r * 0.9, n=22, uneven=0.01), WHITE
    )
    for i in range(wedges):
        a = 2 * pi * i / wedges
        axis = bow(
            (cx + r * 0.1 * cos(a), cy + r * 0.1 * sin(a)), (cx + r * 0.83 * cos(a), cy + r * 0.83 * sin(a))
        )
        art += gouge(axis, r * 0.5, flesh, lambda t: t**0.75 * (1 - t**7) ** 0.5)
        for k in (0.4, 0.6, 0.72):
            p = (cx + r * k * cos(a + 0.1), cy + r * k * sin(a + 0.1))
            q = (cx + r * (k + 0.1) * cos(a + 0.08), cy + r * (k + 0.1) * sin(a + 0.08))
            art += stroke(p, q, width=r * 0.035)
    return art


def orange_whole(cx: float, cy: float, r: float, skin: str, seed: int) -> str:
    """A whole citrus fruit with its pores and its star."""
    art = ball(cx, cy, r, r * 0.95, skin, seed=seed) + dots(
        cx, cy, r * 0.7, r * 0.66, 40, r * 0.02, INK, seed=seed
    )
    return art + fan((cx - r * 0.1, cy - r * 0.72), 0, 360, 6, r * 0.13, r * 0.07, INK)


def red_orange() -> str:
    """红肉橙: whole, halved and a wedge, on a dark board."""
    art = g.lattice("#E9D3A4") + g.table(640, CLAY, "#D98A63")
    art += leaf(470, 240, 330, 150, -150, LEAF) + leaf(480, 250, 320, 150, -30, MOSS)
    art += shadow_under(440, 770, 300, 36) + orange_whole(450, 500, 290, ORANGE, 2)
    art += shadow_under(810, 1040, 260, 30) + citrus_half(800, 790, 262, ORANGE, LYCHEE)
    wedge = [(190, 900), (520, 960), *arc(355, 930, 170, 170, 12, 190, n=12)]
    art += shadow_under(350, 1100, 200, 22) + block(wedge, ORANGE, sharp=True)
    art += flat([(222, 918), (492, 966), *arc(355, 936, 134, 134, 14, 188, n=12)], LYCHEE, sharp=True)
    for i in range(4):
        art += stroke((355, 946), (250 + i * 66, 1040 - 12 * abs(i - 1.5)), width=11)
    return art


def mandarin() -> str:
    """Mandarins with leaves and one open, on a bamboo tray."""
    art = g.tray(600, 620, 540)
    for i, (x, y, a) in enumerate([(330, 380, 200), (600, 300, 280), (860, 420, -20), (300, 690, 150)]):
        art += leaf(x, y, 230, 100, a, MOSS if i % 2 else LEAF)
    for i, (x, y) in enumerate([(360, 440), (615, 390), (850, 480), (330, 730)]):
        art += orange_whole(x, y, 150, ORANGE if i % 2 else "#EBA045", i)
    petals = ""
    for a in (35, 110, 190, 265, 330):
        petals += block(moved(swell(bow((0, 0), (250, 0), 12), 150, lens), 680, 790, angle=a), ORANGE)
        petals += stroke(
            (680 + 80 * cos(radians(a)), 790 + 80 * sin(radians(a))),
            (680 + 215 * cos(radians(a)), 790 + 215 * sin(radians(a))),
            width=14,
        )
    art += petals + block(ring(680, 790, 150, 150, n=18), "#F0B457")
    for i in range(9):
        a = 2 * pi * i / 9
        art += stroke((680, 790), (680 + 142 * cos(a), 790 + 142 * sin(a)), bend=8, width=13)
    return art


def _cluster(points: list[Point], draw: object) -> str:
    return "".join(draw(x, y, i) for i, (x, y) in enumerate(points))  # type: ignore[operator]


CLUSTER: list[Point] = points(
    "450,380 640,350 810,420 350,540 540,520 720,560 880,610 420,700 610,700 780,760 520,860 690,890"
)


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


def mango_shape(x: float, y: float, size: float, angle: float) -> list[Point]:
    """A mango, its stalk at the origin."""
    return moved(
        points("-40,6 40,0 120,60 160,180 140,310 60,400 -30,420 -120,350 -150,220 -110,80"),
        x,
        y,
        angle=angle,
        size=size,
    )


def mango() -> str:
    """Mangoes on the branch."""
    art = g.disc(330, 330, 240, CORAL, ray="#F6D9B0")
    for x, y, n, a in [
        (620, 150, 520, 170),
        (650, 140, 520, 12),
        (640, 150, 470, 215),
        (620, 130, 470, -38),
        (640, 170, 400, 110),
    ]:
        art += leaf(x, y, n, 130, a, LEAF if a % 4 else MOSS, veins=9)
    for x, y, s, a in [(420, 420, 1.2, 12), (800, 400, 1.3, -10), (610, 560, 1.22, 3)]:
        art += line([(630, 150), ((630 + x) / 2 - 10, (150 + y) / 2), (x, y)], INK, 17)
        shape = mango_shape(x, y, s, a)
        art += block(shape, "#EDBE4A", width=10)
        cx, cy = x, y + 215 * s
        art += shade(
            cx - 6, cy - 8, 142 * s, 196 * s, towards=205, rows=4, span=90, width=26, colour=CORAL, step=0.1
        )
        art += shade(cx, cy, 145 * s, 200 * s, towards=38, rows=4, span=80, width=15)
        art += dots(cx, cy, 80 * s, 120 * s, 26, 5, BARK, seed=int(x)) + stroke(
            (cx - 30, cy - 150), (cx - 70, cy - 40), bend=-16, width=22
        )
    return art


def papaya() -> str:
    """A papaya cut lengthwise, its black seeds shining."""
    art = g.seigaiha(30, 1200, "#F2CFA0", r=130)
    for a in (200, 235, 270, 305, 340):
        art += leaf(360, 330, 360, 150, a, MOSS, veins=7)
    whole = points("330,180 420,200 520,400 560,640 520,860 400,970 260,900 190,680 220,400 270,220")
    art += block(whole, SPROUT, width=10) + shade(380, 600, 170, 360, towards=20, rows=4, span=90, width=18)
    art += shade(380, 600, 165, 350, towards=190, rows=3, span=80, width=18, colour="#E8C65A")
    cut = points("740,230 830,250 940,430 1000,680 960,920 820,1060 660,1000 570,780 590,480 660,280")
    art += block(cut, "#E8B04A", width=10)
    flesh = points("745,280 815,300 905,460 955,690 915,900 815,1010 685,960 615,770 635,500 690,320")
    art += flat(flesh, CORAL)
    hollow = points("770,460 840,560 870,720 840,860 780,900 720,840 690,700 710,540")
    art += block(hollow, ROSE, width=6)
    for i in range(34):
        r = ((i + 0.5) / 34) ** 0.5
        x, y = 780 + 74 * r * cos(i * 2.4), 700 + 180 * r * sin(i * 2.4)
        art += flat(ring(x, y, 17, 19, n=8, seed=i), INK) + stroke((x - 8, y - 7), (x + 2, y - 11), width=6)
    for t in range(7):
        art += stroke((660 - t * 2, 480 + t * 70), (690, 500 + t * 62), width=9, colour=ROSE) + stroke(
            (900, 520 + t * 60), (928, 510 + t * 64), width=9, colour=ROSE
        )
    return art


def passion_fruit() -> str:
    """Passion fruit, one halved, under its three-lobed leaf and flower."""
    art = g.sky_lines(60, 1100, "#D9B8B4", rows=16)
    art += line(points("-20,200 300,150 620,230 900,140 1220,190"), INK, 18)
    for x, y in ((330, 170), (900, 160)):
        for a in (55, 95, 135):
            art += leaf(x, y, 300, 120, a, LEAF if a == 95 else MOSS)
    art += line([(360, 170), (350, 330), (365, 500)], INK, 13) + line(
        [(870, 150), (860, 300), (840, 460)], INK, 13
    )
    art += line(points("600,228 650,300 600,350 655,390 630,420"), INK, 8)
    for x, y, s in ((360, 680, 1), (840, 640, 2)):
        art += ball(x, y, 190, 200, PLUM, seed=s) + dots(x, y, 120, 130, 30, 6, "#C79BB0", seed=s)
    art += block(ring(610, 900, 218, 208, n=20), PLUM) + flat(ring(610, 900, 190, 180, n=20), WHITE)
    art += block(ring(610, 900, 160, 150, n=18), RICE, width=6)
    for i in range(26):
        r = ((i + 0.5) / 26) ** 0.5
        a = i * 2.4
        x, y = 610 + 130 * r * cos(a), 900 + 120 * r * sin(a)
        art += flat(moved(ring(0, 0, 19, 11, n=8), x, y, angle=a * 57), INK) + stroke(
            (x - 6, y - 6), (x + 8, y - 6), width=5
        )
    return art


def guava() -> str:
    """Guavas, one cut to show the ring of seeds."""
    art = g.tray(600, 650, 520, fill="#E7D9A8")
    art += (
        leaf(420, 300, 320, 150, 200, LEAF, veins=8)
        + leaf(520, 250, 320, 150, -40, MOSS, veins=8)
        + leaf(800, 420, 300, 140, -20, LEAF, veins=8)
    )
    for x, y, s in ((430, 480, 1), (770, 560, 2)):
        art += ball(x, y, 215, 225, PALE_LEAF, seed=s) + dots(x, y, 150, 150, 34, 6, MOSS, seed=s)
        art += fan((x + 20, y + 190), 0, 360, 7, 34, 15, INK)
    art += (
        block(ring(520, 860, 210, 205, n=20), SPROUT)
        + flat(ring(516, 862, 186, 182, n=20), WHITE)
        + flat(ring(516, 862, 112, 110, n=16), "#F0C9B8")
    )
    return (
        art
        + dots(516, 862, 96, 94, 34, 9, BARK)
        + shade(516, 862, 186, 182, towards=45, rows=2, span=90, width=8, colour="#B9CF92")
    )


PICTURES = {
    "banana": (banana, SHALLOW),
    "pisang": (pisang, STRAW),
    "watermelon": (watermelon, "#F3DFB8"),
    "red_orange": (red_orange, STRAW),
    "mandarin": (mandarin, "#2F6B45"),
    "longan": (longan, "#DDB27C"),
    "lychee": (lychee, "#CFE0D6"),
    "mango": (mango, "#F0C98A"),
    "papaya": (papaya, CREAM),
    "passion_fruit": (passion_fruit, ROSE),
    "guava": (guava, SEA),
}
