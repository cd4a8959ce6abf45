"""Citrus, mango, papaya, passion fruit, guava."""

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
    ORANGE,
    PALE_LEAF,
    PLUM,
    RICE,
    ROSE,
    SEA,
    SPROUT,
    STRAW,
    WHITE,
)
from pictures.plants import leaf, shadow_under
from pictures.shapes import Point, arc, bow, lens, moved, points, ring, swell


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
    "red_orange": (red_orange, STRAW),
    "mandarin": (mandarin, "#2F6B45"),
    "mango": (mango, "#F0C98A"),
    "papaya": (papaya, CREAM),
    "passion_fruit": (passion_fruit, ROSE),
    "guava": (guava, SEA),
}
