"""Melons and pumpkins."""

from math import cos, pi, sin

from pictures import grounds as g
from pictures.carve import block, dots, flat, gouge, line, shade, stroke
from pictures.ink import (
    BARK,
    CORAL,
    INK,
    LEAF,
    MIST,
    MOSS,
    NIGHT,
    ORANGE,
    PALE_LEAF,
    PAPER,
    SAND,
    SEA,
    SHALLOW,
    SPROUT,
    WHITE,
)
from pictures.plants import heart_leaf, shadow_under, stem
from pictures.shapes import arc, bow, jitter, lens, moved, pod, points, ring, swell


def _ribbed(cx: float, cy: float, rx: float, ry: float, fill: str) -> str:
    art = ""
    for k in (-0.78, 0.78, -0.5, 0.5, -0.22, 0.22, 0):
        w = rx * (0.46 if abs(k) < 0.6 else 0.4)
        art += block(ring(cx + k * rx, cy, w, ry * (1 - 0.22 * abs(k)), n=14, uneven=0.012), fill, width=8)
        art += shade(
            cx + k * rx, cy, w, ry * (1 - 0.22 * abs(k)), towards=20, rows=2, span=90, width=14, first=0.84
        )
        art += shade(
            cx + k * rx,
            cy,
            w,
            ry * (1 - 0.22 * abs(k)),
            towards=200,
            rows=1,
            span=70,
            width=15,
            colour="#FBE0A4",
            first=0.7,
        )
    return art


def pumpkin() -> str:
    """A big pumpkin and a small one."""
    art = g.hills(520, 170, MOSS, cut=PALE_LEAF, seed=6) + g.furrows(510, "#A9743F", "#D9B277")
    art += (
        shadow_under(560, 960, 430, 40)
        + heart_leaf(860, 300, 0.9, -40, LEAF)
        + heart_leaf(330, 330, 0.8, 215, LEAF)
    )
    art += _ribbed(560, 650, 420, 310, ORANGE)
    art += block(points("520,360 540,240 500,180 580,150 620,240 640,360 580,390"), MOSS) + stroke(
        (560, 190), (580, 350), width=13
    )
    art += line(points("610,200 760,160 820,230 760,260 740,210 900,150 1010,190"), INK, 11)
    art += shadow_under(940, 1090, 200, 22) + _ribbed(930, 960, 190, 130, "#EBA045")
    return art + block([(910, 840), (915, 780), (960, 775), (965, 840)], MOSS, width=7)


def winter_melon() -> str:
    """A long winter melon with bloom on its skin, and a slice."""
    art = g.lattice("#BFD3B8") + g.table(800, "#7A5230", "#B98A58") + shadow_under(560, 1000, 420, 40)
    spine = bow((150, 930), (960, 330), 46, n=16)
    art += block(swell(spine, 430, pod), "#5E8C62", width=11)
    for k in (0.3, 0.38, 0.44):
        art += gouge([(x + 430 * k * 0.55, y + 430 * k * 0.78) for x, y in spine[3:-3]], 17, INK)
    for i in range(60):
        t = 2 + (i * 0.197) % 11
        x, y = spine[int(t)]
        off = 150 * jitter(i, 4)
        art += stroke(
            (x + off * 0.6, y + off * 0.8),
            (x + off * 0.6 + 28, y + off * 0.8 - 20),
            width=9,
            colour=PAPER if i % 3 else PALE_LEAF,
        )
    art += stem((960, 330), (1060, 190), 44, MOSS) + heart_leaf(1040, 240, 0.8, 190, LEAF)
    art += (
        shadow_under(860, 1120, 230, 20)
        + block(ring(860, 950, 210, 200, n=20), "#3F6E49")
        + flat(ring(856, 952, 188, 178, n=20), "#E4EEDC")
    )
    art += flat(ring(856, 952, 96, 90, n=14, uneven=0.06), WHITE)
    for i in range(14):
        a = 2 * pi * i / 14
        art += gouge(
            bow((856 + 66 * cos(a), 952 + 62 * sin(a)), (856 + 92 * cos(a), 952 + 88 * sin(a))), 18, SAND
        ) + stroke(
            (856 + 100 * cos(a), 952 + 96 * sin(a)),
            (856 + 150 * cos(a), 952 + 142 * sin(a)),
            width=7,
            colour=PALE_LEAF,
        )
    return art


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


PICTURES = {
    "pumpkin": (pumpkin, "#F3DFB8"),
    "winter_melon": (winter_melon, MIST),
    "watermelon": (watermelon, "#F3DFB8"),
}
