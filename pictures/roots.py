"""What is dug: tubers, bulbs and peanuts."""

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
    MAUVE,
    MIST,
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
from pictures.plants import compound, heart_leaf, leaf, long_leaf, shadow_under, stem, tie
from pictures.shapes import Point, bow, jitter, moved, pod, points, ring, swell, wedge


def _tuber(t: float) -> float:
    return max(sin(pi * t**0.9), 0.0) ** 0.75


def sweet_potato() -> str:
    """苏村番薯 on the ridge, one broken open."""
    art = g.hills(330, 100, MOSS, cut=PALE_LEAF) + g.furrows(320, BARK, "#C79A66")
    art += line(points("-20,330 240,250 520,330 800,240 1220,320"), INK, 17)
    for i, (x, y, a, s) in enumerate(
        [
            (160, 290, 200, 0.62),
            (280, 270, 70, 0.66),
            (480, 320, 130, 0.7),
            (640, 290, -60, 0.6),
            (780, 250, 50, 0.7),
            (960, 280, 110, 0.66),
            (1080, 310, -30, 0.6),
        ]
    ):
        art += heart_leaf(x, y, s, a, LEAF if i % 2 else MOSS)
    for a, b, bend, w, c in [
        ((150, 640), (760, 520), -40, 210, "#8E3B57"),
        ((560, 700), (1120, 640), 30, 200, "#A34860"),
        ((110, 880), (620, 860), 40, 230, "#8E3B57"),
    ]:
        art += shadow_under((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + w * 0.52, 240, 20)
        spine = bow(a, b, bend, n=16)
        art += block(swell(spine, w, _tuber), c)
        for k in (0.24, 0.34, 0.42):
            art += gouge([(x, y + w * k * 0.9) for x, y in spine[4:-3]], 11, INK)
        art += gouge([(x, y - w * 0.26) for x, y in spine[4:-4]], 15, ROSE)
        for i in range(7):
            x, y = spine[3 + i]
            art += stroke(
                (x, y - 20 + 24 * jitter(i, 2)),
                (x + 40, y - 16 + 24 * jitter(i, 2)),
                bend=5,
                width=8,
                colour="#E2A7B0" if i % 2 else INK,
            )
        art += line([b, (b[0] + 46, b[1] + 14), (b[0] + 80, b[1] - 8)], INK, 8)
    art += shadow_under(850, 1070, 200, 22) + block(
        swell(bow((1080, 960), (720, 930), 0, n=14), 250, lambda t: min(1, t * 1.7 + 0.1)), "#8E3B57"
    )
    art += block(ring(740, 930, 92, 126, n=18), RICE) + flat(ring(740, 930, 66, 96, n=16), "#F0CF73")
    return art + fan((740, 930), 0, 360, 16, 74, 8, ORANGE)


def _peanut(x: float, y: float, size: float, angle: float, fill: str) -> str:
    shape = points("-150,-10 -120,-72 -60,-78 0,-50 60,-74 125,-66 158,0 125,66 60,70 0,46 -60,76 -120,66")
    art = block(moved(shape, x, y, angle=angle, size=size), fill)
    for row in (-44, -16, 14, 42):
        for k in range(6):
            px = -120 + k * 44 + (14 if row in (-16, 42) else 0)
            if abs(px) < 130:
                cut = moved(
                    bow((px, row), (px + 30, row + 4 * jitter(k, row)), 5), x, y, angle=angle, size=size
                )
                art += gouge(cut, 9 * size, INK if row > 0 else "#A9763C")
    return art + gouge(
        moved(bow((-112, -48), (-40, -54), -8), x, y, angle=angle, size=size), 14 * size, PAPER
    )


def peanut() -> str:
    """Peanuts pulled with their plant."""
    art = g.disc(880, 260, 150, CORAL) + g.furrows(420, "#A9743F", "#D9B277")
    art += (
        stem((560, 470), (520, 60), 26, SPROUT)
        + stem((570, 470), (760, 110), 24, SPROUT)
        + stem((560, 470), (300, 170), 24, SPROUT)
    )
    for x, y, a in [
        (520, 110, 250),
        (720, 170, -40),
        (330, 200, 215),
        (420, 330, 190),
        (680, 340, -8),
        (545, 260, 300),
    ]:
        art += compound(x, y, 150, a, LEAF if int(x) % 3 else MOSS, pairs=2, size=130)
    for i, x in enumerate((250, 400, 560, 700, 900)):
        art += line([(560, 460), ((560 + x) / 2, 540), (x, 620 + 30 * (i % 2))], "#F0DDA6", 9)
    for x, y, s, a in [
        (240, 680, 1.0, 12),
        (560, 650, 0.95, -70),
        (900, 690, 1.05, -14),
        (400, 800, 1.1, -20),
        (720, 830, 1.1, 20),
        (270, 980, 1.1, 8),
        (560, 1010, 1.15, -10),
        (900, 990, 1.0, 40),
    ]:
        art += _peanut(x, y, s, a, "#E6BE7E" if int(x) % 2 == 0 and int(y) % 20 else "#EFCF97")
    return art


def _garlic(x: float, y: float, size: float) -> str:
    shape = points(
        "0,-330 30,-330 40,-200 90,-130 200,-50 235,60 170,170 40,200 -80,195 -200,140"
        " -235,40 -190,-70 -80,-140 -35,-210 -26,-330"
    )
    art = block(moved(shape, x, y, size=size), WHITE, width=10)
    for k in (-0.7, -0.36, 0, 0.36, 0.7):
        spine = [
            (x + k * 215 * size * (sin(pi * min(t * 0.52 + 0.04, 1))), y + (-190 + 370 * t) * size)
            for t in (i / 9 for i in range(10))
        ]
        art += gouge(spine, 15 * size, PLUM if k < 0.5 else INK)
        if k < 0.6:
            art += gouge([(px + 26 * size, py) for px, py in spine[3:-2]], 10 * size, MAUVE)
    art += shade(
        x, y + 40 * size, 225 * size, 160 * size, towards=30, rows=3, span=80, width=14 * size, first=0.92
    )
    for i in range(9):
        art += stroke(
            (x - 60 * size + i * 15 * size, y + 190 * size),
            (x - 84 * size + i * 21 * size, y + (236 + 16 * jitter(i)) * size),
            width=9,
            colour=INK,
        )
    return art


def garlic() -> str:
    """Heads of garlic, their stalks tied for the eaves."""
    art = g.sky_lines(40, 1180, "#D08A62", rows=20, seed=5)
    for x, e in ((330, 600), (600, 590), (870, 610), (470, 600), (740, 600)):
        art += block(
            swell(bow((x, 560), (e, -40), 40 if x < e else -40, n=12), 70, lambda t: 1 - 0.3 * t),
            STRAW,
            width=8,
        )
        art += stroke((x, 520), (e, 20), bend=36 if x < e else -36, width=13, colour=BARK)
    art += tie(600, 190, 230)
    for x, y, s in ((330, 720, 0.82), (870, 730, 0.82), (600, 690, 0.86), (450, 920, 0.84), (760, 930, 0.84)):
        art += _garlic(x, y, s)
    return art


def _slice(cx: float, cy: float, rx: float, ry: float, skin: str, flesh: str) -> str:
    return block(ring(cx, cy, rx, ry, n=18, uneven=0.03), skin) + flat(
        ring(cx, cy, rx * 0.87, ry * 0.86, n=18, uneven=0.03), flesh
    )


def taro() -> str:
    """Taro with its ringed coat, one cut to its violet flecks."""
    art = g.seigaiha(700, 1200, "#5C9A95", r=120)
    art += block(swell(bow((560, 560), (300, 120), -40), 54, wedge), SPROUT) + block(
        swell(bow((590, 560), (860, 160), 40), 54, wedge), MOSS
    )
    art += (
        heart_leaf(380, 210, 1.25, 205, LEAF)
        + heart_leaf(800, 230, 1.3, -28, MOSS)
        + block(swell(bow((580, 560), (590, 120), 10), 60, wedge), SPROUT)
    )
    body = points("480,480 680,480 800,620 850,800 790,990 620,1080 440,1060 330,920 330,740 400,580")
    art += shadow_under(590, 1090, 300, 28) + block(body, BARK, width=11)
    for k in range(7):
        y = 560 + k * 76
        half = 130 + 120 * sin(pi * (0.2 + k * 0.1))
        art += gouge(bow((590 - half, y), (590 + half, y), 40), 14, INK) + gouge(
            bow((580 - half * 0.8, y + 26), (560, y + 42), 20), 11, SAND
        )
        for i in range(8):
            x = 590 - half + i * half / 4
            art += stroke((x, y + 34), (x + 12, y + 60), width=7, colour=INK if i > 4 else SAND)
    art += _slice(900, 940, 190, 200, BARK, "#F1E3E6")
    return (
        art
        + dots(900, 940, 150, 158, 70, 8, PLUM, seed=3)
        + stroke((760, 900), (790, 800), bend=-10, width=9)
    )


def ginger() -> str:
    """A hand of ginger with its shoots."""
    art = g.table(720, "#8E5A36", "#BE8656") + g.disc(330, 300, 180, CREAM)
    for x, a in ((560, -98), (640, -82), (740, -66)):
        art += stem((x, 560), (x + 260 * cos(radians(a)), 560 + 460 * sin(radians(a))), 40, SPROUT)
        for k in (150, 260, 370):
            px, py = x + k * 0.56 * cos(radians(a)), 560 + k * sin(radians(a))
            art += long_leaf(
                px,
                py,
                320,
                66,
                a + (44 if k != 260 else -44),
                LEAF if k != 260 else MOSS,
                bend=60 if k != 260 else -60,
            )
    art += shadow_under(600, 980, 430, 36)
    knobs: list[tuple[Point, Point, float, float]] = [
        ((420, 700), (300, 480), -16, 150),
        ((610, 640), (560, 470), 12, 140),
        ((880, 640), (1010, 470), 18, 150),
        ((1000, 690), (1120, 780), 12, 140),
        ((300, 880), (110, 790), -20, 165),
        ((640, 820), (760, 1010), 14, 160),
        ((620, 760), (1060, 600), 26, 215),
        ((180, 990), (480, 830), 16, 200),
        ((340, 720), (760, 800), -26, 240),
    ]
    for a, b, bend, w in knobs:
        spine = bow(a, b, bend, n=12)
        art += block(swell(spine, w, lambda t: pod(min(max(t, 0.03), 0.97))), "#E3BE78", width=10)
        for k in range(2, 11, 2):
            x, y = spine[k]
            dx, dy = spine[k][0] - spine[k - 1][0], spine[k][1] - spine[k - 1][1]
            d = (dx * dx + dy * dy) ** 0.5
            nx, ny = -dy / d * w * 0.34, dx / d * w * 0.34
            art += stroke((x - nx, y - ny), (x + nx, y + ny), bend=-16, width=11, colour=BARK)
        art += gouge([(x - 6, y - w * 0.28) for x, y in spine[2:-3]], 12, PAPER)
    return art + _slice(640, 1010, 110, 74, BARK, "#F3DC93") + fan((640, 1010), 0, 360, 12, 56, 7, "#C79A4A")


def radish() -> str:
    """White radishes tied by their leaves."""
    art = g.furrows(760, CLAY, "#D98A63", cx=560)
    for x, a in ((380, 250), (460, 268), (600, 262), (680, 280), (790, 290), (560, 300), (640, 240)):
        art += leaf(x, 420, 400, 140, a, LEAF if int(x) % 40 else MOSS, veins=8, bend=20)
    for a, b, w in (
        ((380, 400), (250, 1080), 210),
        ((820, 400), (950, 1070), 210),
        ((600, 390), (600, 1130), 236),
    ):
        spine = bow(a, b, 14, n=16)
        art += block(swell(spine, w, lambda t: min(1, t * 9 + 0.35) * (1 - t**2.6) ** 0.8), WHITE, width=10)
        art += gouge(spine[:5], w * 0.5, PALE_LEAF, lambda t: (1 - t) * 0.9)
        for k in (0.18, 0.27, 0.35):
            art += gouge([(x + w * k, y) for x, y in spine[2:-4]], 11, INK if k > 0.2 else "#B9B79F")
        for i in range(6):
            x, y = spine[3 + i * 2 if 3 + i * 2 < 16 else 15]
            art += stroke((x - w * 0.32 + i * 9, y), (x - w * 0.1, y + 8), width=8, colour=INK)
        art += line([b, (b[0] + 10, b[1] + 46)], INK, 8)
    return art + tie(600, 330, 420)


PICTURES = {
    "sweet_potato": (sweet_potato, STRAW),
    "peanut": (peanut, MIST),
    "garlic": (garlic, CLAY),
    "taro": (taro, SEA),
    "ginger": (ginger, "#E6C9A2"),
    "radish": (radish, SHALLOW),
}
