"""What comes out of mud and slopes: lotus root, water chestnuts, cassava, yams, carrots, bamboo shoots."""

from math import cos, pi, radians, sin

from pictures import grounds as g
from pictures.carve import block, dots, fan, flat, gouge, line, shade, stroke
from pictures.ink import (
    BARK,
    CLAY,
    CORAL,
    CREAM,
    INK,
    LEAF,
    MIST,
    MOSS,
    NIGHT,
    ORANGE,
    PALE_LEAF,
    PAPER,
    ROSE,
    SAND,
    SEA,
    SHALLOW,
    SPROUT,
    STRAW,
    WHITE,
)
from pictures.plants import leaf, long_leaf, shadow_under, stem, tie
from pictures.shapes import Point, Points, bow, jitter, moved, points, ring, swell, wedge

LOTUS = "#E9D2B4"


def _lotus_leaf(x: float, y: float, rx: float, ry: float, fill: str) -> str:
    """A round leaf seen aslant, its ribs from the middle."""
    edge = [
        (x + rx * k * cos(2 * pi * i / 28), y + ry * k * sin(2 * pi * i / 28))
        for i in range(28)
        for k in ((1.0 if i % 4 else 0.93),)
    ]
    art = block(edge, fill, width=10)
    for i in range(14):
        a = 2 * pi * i / 14
        tip = (x + rx * 0.86 * cos(a), y + ry * 0.86 * sin(a))
        art += gouge(bow((x, y), tip, 8), 14, PALE_LEAF if sin(a) < 0.3 else INK, wedge)
    return art + flat(ring(x, y, rx * 0.08, ry * 0.1, n=10), PALE_LEAF)


def _joint(a: Point, b: Point, width: float) -> str:
    spine = bow(a, b, 12, n=18)
    art = block(swell(spine, width, lambda t: 0.42 + 0.58 * max(sin(pi * t), 0) ** 0.5), LOTUS, width=11)
    for off, colour, cut in ((-0.3, PAPER, 22), (0.26, INK, 13), (0.35, INK, 12)):
        art += gouge([(x, y + off * width) for x, y in spine[3:-3]], cut, colour)
    for k in range(4, 15, 3):
        x, y = spine[k]
        art += stroke(
            (x, y - 18 + 30 * jitter(k, 3)),
            (x + 40, y - 14 + 30 * jitter(k, 3)),
            bend=4,
            width=9,
            colour=BARK,
        )
    return art


def lotus_root() -> str:
    """莲藕: two joints under the leaves, and slices with their holes."""
    art = g.waves(-20, SEA, SHALLOW, rows=4, bottom=560) + _lotus_leaf(320, 230, 270, 130, LEAF)
    art += _lotus_leaf(880, 200, 250, 118, MOSS)
    bud = points("620,330 560,250 590,150 640,70 690,150 720,250 660,330")
    art += stem((640, 560), (640, 320), 26, MOSS) + block(bud, ROSE, width=9)
    art += gouge(bow((640, 320), (640, 100)), 18, "#D98A94") + gouge(
        bow((612, 310), (606, 160), -8), 12, PAPER
    )
    art += flat(points("-40,540 400,560 800,535 1240,560 1240,1240 -40,1240"), "#8A6240")
    for i in range(26):
        x, y = 60 + i * 44, 600 + 560 * abs(jitter(i, 3))
        art += stroke((x, y), (x + 90, y + 4), bend=5, width=9, colour="#B98A58")
    art += (
        shadow_under(600, 860, 480, 30)
        + _joint((130, 760), (640, 700), 250)
        + _joint((610, 700), (1110, 650), 220)
    )
    for x in (612, 1112):
        y = 700 if x == 612 else 650
        art += block(ring(x, y, 34, 64, n=12), BARK, width=8)
        for k in range(-3, 4):
            art += line([(x, y + 56), (x + k * 18, y + 112 + 9 * jitter(k, 2))], INK, 5)
    for x, y, r in ((380, 1000, 160), (770, 960, 172)):
        art += shadow_under(x, y + r + 8, r, 12) + block(ring(x, y, r, r * 0.94, n=20), "#C9A57C", width=11)
        art += flat(ring(x, y, r * 0.9, r * 0.84, n=20), WHITE) + flat(
            ring(x, y, r * 0.14, r * 0.13, n=10), "#8A6240"
        )
        for k in range(7):
            hole = moved(ring(r * 0.54, 0, r * 0.2, r * 0.145, n=12), x, y, angle=k * 51.4 - 90)
            art += block(hole, "#8A6240", width=6)
    return art


def _corm(x: float, y: float, size: float) -> str:
    body = points("0,-120 90,-112 170,-60 190,20 150,96 70,130 -70,130 -150,96 -190,20 -170,-60 -90,-112")
    art = block(moved(body, x, y, size=size), "#5B2F2A", width=10)
    for dy, half in ((-62, 150), (-6, 176), (52, 160)):
        art += gouge(moved(bow((-half, dy), (half, dy), 34), x, y, size=size), 15 * size, "#B87A5A")
        art += gouge(moved(bow((-half * 0.9, dy + 18), (half, dy + 16), 30), x, y, size=size), 10 * size, INK)
    art += gouge(moved(bow((-130, -50), (-150, 30), -14), x, y, size=size), 20 * size, "#D9A98A")
    bud = points("-34,-104 -20,-170 6,-216 20,-168 44,-108 6,-92")
    return art + block(moved(bud, x, y, size=size), "#8A5240", width=8)


def water_chestnut() -> str:
    """马蹄: a heap of corms, one peeled, one cut."""
    art = g.terraces(120, (SPROUT, "#9DB552"), PAPER, bottom=560, seed=2)
    for x, a in ((120, -84), (170, -96), (1020, -80), (1080, -98), (600, -88)):
        art += long_leaf(x, 560, 440, 26, a, LEAF, bend=40 if a > -90 else -40)
    art += flat(points("-40,500 400,520 800,495 1240,515 1240,1240 -40,1240"), "#6B4A3A")
    for x, y, s in (
        (340, 640, 0.92),
        (860, 640, 0.92),
        (600, 600, 0.96),
        (210, 850, 0.96),
        (480, 830, 1.0),
        (980, 850, 0.96),
    ):
        art += shadow_under(x, y + 128 * s, 170 * s, 12) + _corm(x, y, s)
    x, y = 740, 880
    art += shadow_under(x, y + 150, 190, 14)
    flesh = points("0,-130 96,-116 178,-54 190,30 150,106 70,140 -70,140 -150,106 -190,30 -178,-54 -96,-116")
    art += block(moved(flesh, x, y), WHITE, width=10) + shade(
        x, y, 180, 130, towards=45, rows=3, span=90, width=11, colour="#B9B49A"
    )
    art += block(ring(x, y - 96, 66, 30, n=12), "#5B2F2A", width=7) + block(
        ring(x, y + 118, 80, 26, n=12), "#5B2F2A", width=7
    )
    x, y = 380, 1060
    art += block(ring(x, y, 150, 104, n=18), "#5B2F2A", width=10) + flat(ring(x, y, 132, 88, n=18), WHITE)
    return art + flat(ring(x, y, 40, 26, n=12), "#F0E4C0")


def cassava() -> str:
    """木薯: long roots from one stem, one snapped to its white flesh."""
    art = g.disc(880, 250, 160, CORAL) + g.hills(520, 150, MOSS, cut=PALE_LEAF, seed=10)
    art += flat(points("-40,470 400,490 820,465 1240,490 1240,1240 -40,1240"), "#A9743F")
    for x, y, base in ((430, 210, 250), (600, 130, 270)):
        for k in range(-2, 3):
            art += leaf(x, y, 210, 62, base + k * 38, LEAF if k % 2 else MOSS, veins=5)
        art += line([(560, 470), ((560 + x) / 2 + 14, (470 + y) / 2), (x, y)], INK, 16) + line(
            [(560, 470), ((560 + x) / 2 + 14, (470 + y) / 2), (x, y)], CLAY, 8
        )
    art += stem((560, 620), (566, 330), 70, BARK)
    for i, (a, b, bend, w) in enumerate(
        (
            ((560, 560), (130, 640), 40, 130),
            ((560, 580), (1060, 660), -40, 136),
            ((540, 600), (200, 900), 50, 150),
            ((600, 600), (1010, 930), -50, 150),
            ((570, 610), (560, 1090), 26, 160),
        )
    ):
        spine = bow(a, b, bend, n=20)
        art += block(
            swell(spine, w, lambda t: (0.42 + 0.58 * min(1, t * 3)) * (1 - t**5) ** 0.6), "#7A4F34", width=10
        )
        for k in range(4, 18, 2):
            x, y = spine[k]
            art += stroke(
                (x - 34 + 16 * jitter(k, i), y + 30 * jitter(k, i + 3)),
                (x + 20, y + 30 * jitter(k, i + 3)),
                bend=5,
                width=9,
                colour="#C79A66" if k % 4 else INK,
            )
    art += shadow_under(830, 1110, 220, 16)
    art += block(
        swell(bow((990, 1010), (740, 1020), 0, n=12), 176, lambda t: 0.8 + 0.2 * t), "#7A4F34", width=10
    )
    art += block(ring(740, 1020, 70, 92, n=18), ROSE, width=9) + flat(ring(738, 1020, 54, 76, n=18), WHITE)
    return art + fan((738, 1020), 0, 360, 12, 52, 6, "#C9B99A")


def yam() -> str:
    """淮山: long roots laid across a cloth, hairy, one cut to its white."""
    art = g.lattice("#C9D8C0") + flat(points("-40,300 500,190 1240,330 1240,1240 -40,1240"), SEA)
    for k in range(9):
        art += line([(-40, 420 + k * 96), (600, 330 + k * 104), (1240, 470 + k * 92)], "#3E8A90", 9)
    for i, (a, b, bend, w) in enumerate(
        (
            ((1080, 190), (150, 560), 30, 136),
            ((1130, 350), (120, 760), -26, 150),
            ((1090, 560), (140, 960), 22, 156),
            ((1060, 770), (330, 1090), -18, 146),
        )
    ):
        art += shadow_under((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + w * 0.62, 330, 16, NIGHT)
        spine = bow(a, b, bend, n=30)
        outline = swell(spine, w, lambda t: min(1, 0.3 + t * 1.5) * (1 - t**14) ** 0.6)
        art += block(outline, "#B98A5E" if i % 2 else "#A97C50", width=11)
        art += gouge([(x - 10, y - w * 0.26) for x, y in spine[4:-3]], 15, "#E3C49A")
        art += gouge([(x + 8, y + w * 0.32) for x, y in spine[5:-2]], 13, INK)
        for k in range(3, 29):
            x, y = spine[k]
            off = w * 0.4 * jitter(k, i)
            art += flat(ring(x, y + off, 6, 5, n=6), INK)
            art += line([(x, y + off), (x + 16 * jitter(k, 9), y + off - 26)], INK, 4)
        art += line([a, (a[0] + 50, a[1] - 26), (a[0] + 96, a[1] - 18)], INK, 15)
    for x, y in ((820, 1000), (960, 1060), (690, 1090)):
        art += block(ring(x, y, 88, 70, n=16), "#A97C50", width=10) + flat(
            ring(x, y - 2, 74, 57, n=16), WHITE
        )
        art += dots(x, y, 46, 32, 12, 4, "#D9CDB0", seed=x)
    return art


def carrot() -> str:
    """胡萝卜: a bunch with its feathery tops."""
    art = g.disc(600, 380, 330, "#F3E1A6", ray=CREAM, count=48)
    for i in range(9):
        a = radians(-90 + (i - 4) * 15)
        tip = (600 + 400 * cos(a), 480 + 420 * sin(a))
        art += line([(600, 500), tip], INK, 12) + line([(600, 500), tip], MOSS, 6)
        for k in range(3, 9):
            t = k / 9
            px, py = 600 + (tip[0] - 600) * t, 500 + (tip[1] - 500) * t
            for side in (-1, 1):
                turn = -90 + (i - 4) * 15 + side * 46
                end = moved([(64 - k * 3, 0)], px, py, angle=turn)[0]
                art += block(
                    swell(bow((px, py), end, side * 6, n=8), 26), LEAF if (i + k) % 2 else MOSS, width=5
                )
    for a, b, w, fill in (
        ((420, 500), (250, 1040), 170, "#D9722E"),
        ((790, 500), (960, 1040), 170, "#D9722E"),
        ((510, 480), (470, 1100), 180, ORANGE),
        ((700, 480), (740, 1090), 180, ORANGE),
        ((606, 470), (604, 1130), 190, "#E2802F"),
    ):
        spine = bow(a, b, 8, n=18)
        art += block(swell(spine, w, lambda t: min(1, 0.5 + t * 5) * (1 - t**1.7) ** 0.75), fill, width=10)
        art += gouge([(x - w * 0.2, y) for x, y in spine[2:-6]], 17, "#F3C08A")
        for k in range(2, 14, 2):
            x, y = spine[k]
            fit = (1 - (k / 17) ** 1.7) ** 0.75
            art += stroke((x + w * 0.06 * fit, y), (x + w * 0.4 * fit, y + 7), bend=-5, width=9, colour=INK)
            art += stroke((x - w * 0.42 * fit, y + 20), (x - w * 0.2 * fit, y + 25), width=7, colour=INK)
        art += line([b, (b[0] + 5, b[1] + 40)], INK, 6)
    return art + tie(600, 470, 330, fill=CORAL)


def _shoot(x: float, foot: float, height: float, width: float) -> str:
    shape = [
        (x - width / 2, foot),
        (x - width * 0.54, foot - height * 0.3),
        (x - width * 0.34, foot - height * 0.7),
        (x, foot - height),
        (x + width * 0.34, foot - height * 0.7),
        (x + width * 0.54, foot - height * 0.3),
        (x + width / 2, foot),
    ]
    art = block([*shape, (x, foot + 34)], "#8A6A3E", width=11)
    for k in range(5):
        y = foot - height * (0.02 + k * 0.17)
        half = width * (0.52 - k * 0.075)
        side = -1 if k % 2 else 1
        tip = (x + side * half * 0.16, y - height * 0.36)
        sheath: Points = [
            (x - side * half, y),
            (x + side * half * 0.94, y - 14),
            (x + side * half * 0.8, y - height * 0.16),
            tip,
            (x - side * half * 0.66, y - height * 0.14),
        ]
        art += block(sheath, "#A07C48" if k % 2 else "#7C5C34", width=8)
        for n in range(4):
            start = (x + side * half * (0.7 - n * 0.36), y - 14)
            art += gouge(
                bow(start, ((start[0] + tip[0] * 2) / 3, (start[1] + tip[1] * 2) / 3), side * 6),
                8,
                STRAW if n < 2 else INK,
            )
        art += long_leaf(tip[0], tip[1] + 14, 74, 20, -90 - side * 26, SPROUT, bend=side * 14)
    return art


def bamboo_shoot() -> str:
    """竹笋: two in their sheaths, one halved to its chambers."""
    art = ""
    for x, w, c in ((130, 70, MOSS), (330, 56, LEAF), (880, 66, LEAF), (1070, 74, MOSS), (600, 50, LEAF)):
        art += block(
            [(x - w / 2, -20), (x + w / 2, -20), (x + w / 2, 1000), (x - w / 2, 1000)], c, sharp=True, width=7
        )
        for y in (120, 340, 560, 780):
            art += stroke((x - w / 2 - 4, y), (x + w / 2 + 4, y), bend=6, width=17, colour=PALE_LEAF)
            art += stroke((x - w / 2, y + 14), (x + w / 2, y + 14), bend=6, width=9, colour=INK)
        art += stroke((x - w * 0.24, 20), (x - w * 0.24, 960), width=10, colour=PALE_LEAF)
    art += flat(points("-40,860 400,890 820,860 1240,890 1240,1240 -40,1240"), "#6B4A2E")
    for i in range(20):
        art += stroke(
            (30 + i * 60, 930 + 200 * abs(jitter(i, 3))),
            (80 + i * 60, 940 + 200 * abs(jitter(i, 3))),
            bend=6,
            width=10,
            colour="#B98A58",
        )
    art += _shoot(330, 1010, 760, 300) + _shoot(900, 980, 600, 260)
    x, foot = 620, 1110
    half = [
        (x - 150, foot),
        (x - 165, foot - 190),
        (x - 110, foot - 420),
        (x, foot - 620),
        (x + 110, foot - 420),
        (x + 165, foot - 190),
        (x + 150, foot),
    ]
    art += block(half, "#8A6A3E", width=11)
    art += flat([(x + (px - x) * 0.8, foot - 14 + (py - foot) * 0.92) for px, py in half], "#F7EFC8")
    for k in range(9):
        y = foot - 60 - k * 52
        wide = 104 - k * 9
        art += block(ring(x, y, wide, 15, n=14), "#E3CF8E", width=6)
    return art


PICTURES = {
    "lotus_root": (lotus_root, MIST),
    "water_chestnut": (water_chestnut, CREAM),
    "cassava": (cassava, SAND),
    "yam": (yam, PAPER),
    "carrot": (carrot, SHALLOW),
    "bamboo_shoot": (bamboo_shoot, "#DCE8C4"),
}
