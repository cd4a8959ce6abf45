"""Leaves and long beans, tied in bunches."""

from math import cos, pi, radians, sin

from pictures import grounds as g
from pictures.carve import block, fan, flat, gouge, stroke
from pictures.ink import (
    BARK,
    CORAL,
    CREAM,
    INK,
    LEAF,
    MOSS,
    PALE_LEAF,
    PAPER,
    RICE,
    SEA,
    SHALLOW,
    SPROUT,
    STRAW,
    WHITE,
)
from pictures.plants import leaf, shadow_under, stem, tie
from pictures.shapes import Points, bow, jitter, moved, points, ring, swell, wedge


def bunch_of_stems(
    x: float, top: float, foot: float, count: int, spread: float, fill: str, *, width: float = 56
) -> str:
    """Stems that come together at the tie and part below it."""
    art = ""
    for i in range(count):
        k = (i - (count - 1) / 2) / (count / 2)
        art += block(
            swell(bow((x + k * spread * 0.62, top), (x + k * spread, foot), 6 * k), width, lambda _t: 1),
            fill,
            width=7,
        )
        art += stroke((x + k * spread * 0.66 - 9, top + 30), (x + k * spread - 10, foot - 26), width=12)
        art += flat(ring(x + k * spread - 7, foot, width * 0.4, 15, n=10), WHITE)
    return art


def choy_sum() -> str:
    """菜心: tender stems, leaves and a few yellow flowers, tied with straw."""
    art = g.disc(600, 470, 430, "#F4E3B4")
    for x, y, n, w, a, c in (
        (520, 690, 480, 220, 218, LEAF),
        (680, 690, 480, 220, -38, LEAF),
        (540, 680, 560, 210, 240, MOSS),
        (660, 680, 560, 210, -60, MOSS),
        (600, 700, 560, 190, 262, LEAF),
    ):
        art += leaf(x, y, n, w, a, c, veins=8, belly=0.58)
    for x, h in ((500, 130), (610, 70), (720, 150)):
        art += stem((600, 640), (x, h + 90), 34, SPROUT)
        for i in range(8):
            a = 2 * pi * i / 8
            px, py = x + 62 * cos(a) * (0.5 + (i % 2) * 0.6), h + 62 + 48 * sin(a) * (0.5 + (i % 2) * 0.6)
            for q in range(4):
                b = q * pi / 2 + i
                art += block(ring(px + 16 * cos(b), py + 16 * sin(b), 15, 15, n=8), RICE, width=4)
            art += flat(ring(px, py, 8, 8, n=6), BARK)
    art += bunch_of_stems(600, 660, 1080, 6, 190, "#A9C46C")
    return art + tie(600, 800, 330)


def mustard() -> str:
    """芥菜: broad curled leaves on thick pale ribs."""
    art = g.table(900, BARK, "#B98A58") + g.disc(280, 260, 150, CORAL) + shadow_under(600, 1090, 380, 34)
    for a, n, w, c in (
        (205, 620, 380, LEAF),
        (-25, 620, 380, LEAF),
        (232, 760, 400, MOSS),
        (-52, 760, 400, MOSS),
        (268, 830, 420, "#5F9A4C"),
    ):
        edge: Points = []
        for side in (-1, 1):
            run = []
            for i in range(11):
                t = 0.2 + 0.8 * i / 10
                half = w / 2 * sin(pi * min(t * 0.92 + 0.02, 1)) ** 0.6 * (1 + 0.13 * (-1) ** i)
                run.append((n * t, side * half))
            edge += run if side < 0 else run[::-1]
        art += block(moved(edge, 600, 980, angle=a), c, width=9)
        rib = moved(bow((0, 0), (n * 0.9, 0)), 600, 980, angle=a)
        art += block(swell(rib, 96, wedge), "#DDE6B8", width=7)
        for k in range(6):
            for side in (-1, 1):
                t = 0.32 + k * 0.1
                cut = bow((n * t, side * 14), (n * (t + 0.1), side * w * 0.34), side * 16)
                art += gouge(moved(cut, 600, 980, angle=a), 13, "#DDE6B8" if side < 0 else INK)
    foot = points("440,900 600,850 760,900 770,1040 690,1100 510,1100 430,1040")
    art += block(foot, "#E4EBC6", width=10) + fan((600, 1110), 220, 320, 9, 190, 16, MOSS)
    return art


def arrow_leaf(x: float, y: float, size: float, angle: float, fill: str) -> str:
    """One leaf of water spinach, its stalk at (x, y)."""
    shape = points("30,-16 -30,-84 46,-72 150,-46 290,0 150,46 46,72 -30,84 30,16")
    art = block(moved(shape, x, y, angle=angle, size=size), fill, width=7)
    art += gouge(moved(bow((10, 0), (250, 0)), x, y, angle=angle, size=size), 13 * size, PAPER, wedge)
    for k, side in ((70, -1), (130, -1), (70, 1), (130, 1)):
        cut = moved(
            bow((k, side * 6), (k + 46, side * (52 - k * 0.16)), side * 3, n=6), x, y, angle=angle, size=size
        )
        art += gouge(cut, 9 * size, PAPER if side < 0 else INK)
    return art


def water_spinach() -> str:
    """通菜: a tied bunch of hollow stems with arrow leaves, above the water."""
    art = g.disc(600, 470, 400, STRAW) + g.waves(760, SEA, SHALLOW, rows=5)
    for i, lean in enumerate((-37, 38, -22, 23, -8, 8)):
        a = radians(lean - 90)
        reach = 800 - 2.4 * abs(lean)
        tip = (600 + reach * cos(a), 990 + reach * sin(a))
        spine = bow((600 + lean * 1.6, 990), tip, -lean * 0.9, n=14)
        art += block(swell(spine, 42, lambda t: 1 - 0.55 * t), (SPROUT, PALE_LEAF)[i % 2], width=7) + gouge(
            spine[1:-2], 9, PAPER
        )
        for step, turn, size in (
            (7, -66 if lean < 0 else 66, 0.74),
            (10, 56 if lean < 0 else -56, 0.62),
            (13, 0, 0.72),
        ):
            px, py = spine[step]
            art += arrow_leaf(px, py, size, lean - 90 + turn, (LEAF, MOSS)[(i + step) % 2])
    art += bunch_of_stems(600, 880, 1110, 6, 150, PALE_LEAF)
    for i in range(6):
        art += flat(ring(593 + (i - 2.5) * 50, 1110, 11, 8, n=8), INK)
    return art + tie(600, 960, 270)


def long_beans() -> str:
    """豆角: a bunch of long beans hung from its tie, swaying a little."""
    art = g.lattice("#D9C08C")
    for i in (0, 8, 2, 6, 1, 7, 3, 5, 4):
        k = i - 4
        fall = 800 + 46 * jitter(i, 5) - 14 * k * k
        spine = [
            (600 + k * 20 + k * 82 * t**1.3 + 34 * sin(2.1 * pi * t + i * 1.3) * t, 250 + fall * t)
            for t in (step / 17 for step in range(18))
        ]
        art += block(
            swell(spine, 52, lambda t: min(1, 0.5 + t * 5) * (1 - t**9)),
            (MOSS, SPROUT, "#8DB35F")[i % 3],
            width=8,
        )
        for a, b in zip(spine[2:-2:2], spine[3:-1:2], strict=False):
            art += gouge([(a[0] - 9, a[1]), (b[0] - 9, b[1])], 16, PAPER) + gouge(
                [(a[0] + 15, a[1] + 12), (b[0] + 15, b[1] + 8)], 9, INK
            )
    art += (
        leaf(560, 170, 360, 190, 205, LEAF)
        + leaf(640, 170, 360, 190, -26, MOSS)
        + leaf(600, 160, 250, 140, -92, LEAF)
    )
    return art + tie(600, 310, 250)


PICTURES = {
    "choysum": (choy_sum, RICE),
    "mustard_greens": (mustard, SHALLOW),
    "water_spinach": (water_spinach, CREAM),
    "long_bean": (long_beans, STRAW),
}
