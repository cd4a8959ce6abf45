"""Rice, sugar cane, honey."""

from math import atan2, cos, degrees, radians, sin

from pictures import grounds as g
from pictures.carve import block, dots, flat, gouge, line, stroke
from pictures.ink import (
    BARK,
    CORAL,
    CREAM,
    INK,
    LEAF,
    LYCHEE,
    MIST,
    MOSS,
    PAPER,
    PLUM,
    RICE,
    ROSE,
    SHALLOW,
    SPROUT,
    STRAW,
    WHITE,
)
from pictures.plants import leaf, long_leaf, shadow_under
from pictures.shapes import Points, bow, lens, moved, points, ring, swell


def rice_ear(x: float, y: float, height: float, reach: float, *, grain: str = RICE, first: int = 12) -> str:
    """One ear of rice: its stalk rises from (x, y) and bows over, heavy at the end."""
    spine: Points = []
    for i in range(26):
        t = i / 25
        spine.append((x + reach * t * t * (1.5 - 0.5 * t), y - height * 2.3 * t * (1 - t * 0.66)))
    art = line(spine, INK, 9) + line(spine[:first], MOSS, 4)
    for i in range(first, 26):
        px, py = spine[i]
        turn = degrees(atan2(py - spine[i - 1][1], px - spine[i - 1][0]))
        for side in (-1, 1):
            tip = moved([(70, side * 18)], px, py, angle=turn + side * 20)[0]
            art += block(swell(bow((px, py), tip, side * 5, n=8), 36, lens), grain, width=5)
            art += stroke((px + (tip[0] - px) * 0.3, py + (tip[1] - py) * 0.3), tip, width=7)
    return art


def rice() -> str:
    """吴阳水稻: ears bowed over the terraces."""
    art = g.disc(880, 300, 170, CORAL) + g.hills(470, 110, SHALLOW, seed=8)
    art += g.terraces(480, (SPROUT, "#A9B455", RICE, "#D9A93C"), PAPER)
    for x, a, b in ((200, -86, -60), (420, -80, 60), (600, -90, -50), (330, -96, -90), (740, -84, 70)):
        art += long_leaf(x, 1230, 820, 54, a, LEAF if b > 0 else MOSS, bend=b * 3)
    for x, height, reach in (
        (90, 800, 430),
        (330, 960, 520),
        (560, 780, 480),
        (230, 620, 330),
        (700, 560, 400),
    ):
        art += rice_ear(x, 1230, height, reach, grain=RICE if height % 200 else "#EFC964")
    return art


def sugar_cane() -> str:
    """Sugar cane, tall and jointed, three cuts of it in front."""
    art = g.disc(830, 330, 220, RICE, ray=PAPER)
    for x, lean, c in (
        (180, 20, PLUM),
        (400, -14, "#6B4A2E"),
        (640, 18, PLUM),
        (860, -10, "#6B4A2E"),
        (1060, 24, PLUM),
    ):
        art += long_leaf(x + lean * 4, 330, 620, 80, 235, LEAF, bend=-170) + long_leaf(
            x + lean * 4, 300, 620, 80, -60, MOSS, bend=190
        )
        art += block(
            [(x - 44, 1230), (x - 40 + lean * 4, 220), (x + 40 + lean * 4, 220), (x + 44, 1230)],
            c,
            sharp=True,
        )
        for k in range(7):
            y = 330 + k * 140
            px = x + lean * 4 * (1 - (y - 220) / 1010)
            art += stroke((px - 50, y), (px + 50, y), bend=9, width=20, colour=STRAW) + stroke(
                (px - 46, y + 15), (px + 46, y + 15), bend=9, width=11, colour=INK
            )
            art += stroke((px - 22, y + 34), (px - 20, y + 116), width=11, colour=ROSE) + stroke(
                (px + 26, y + 30), (px + 26, y + 122), width=9, colour=INK
            )
    for i, (a, b) in enumerate((((150, 1010), (880, 930)), ((210, 1110), (960, 1060)))):
        art += block(swell(bow(a, b, 0, n=8), 108, lambda _t: 1), PLUM if i else "#6B4A2E") + block(
            ring(b[0], b[1], 30, 54), "#EFE3A8"
        )
        for k in (0.25, 0.55, 0.85):
            x, y = a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k
            art += stroke((x - 6, y - 54), (x + 2, y + 54), bend=8, width=20, colour=STRAW)
        art += dots(b[0], b[1], 20, 40, 8, 4, BARK)
    return art


def honey() -> str:
    """蜂蜜: a jar, the comb, a bee and longan blossom."""
    art = ""
    for row in range(9):
        for col in range(8):
            x, y = col * 180 + (row % 2) * 90 - 20, row * 156 - 20
            hexagon = [(x + 84 * cos(radians(a)), y + 84 * sin(radians(a))) for a in range(30, 390, 60)]
            art += flat(hexagon, ("#EDC45A", "#E0A93A", "#F2D27E")[(row * 3 + col) % 3], sharp=True)
    art += shadow_under(560, 1080, 340, 34)
    jar = points("330,400 790,400 850,500 855,980 800,1070 320,1070 265,980 270,500")
    art += block(jar, "#D98E2B", width=12)
    art += block([(320, 260), (800, 260), (810, 400), (310, 400)], LYCHEE, sharp=True, width=11) + block(
        [(300, 380), (820, 380), (800, 470), (320, 470)], CREAM, width=9
    )
    for k in range(7):
        art += stroke((350 + k * 70, 285), (350 + k * 70, 375), width=13)
    art += line([(300, 440), (560, 470), (820, 440)], BARK, 17)
    art += gouge(bow((320, 540), (322, 960), 8), 36, PAPER) + gouge(bow((376, 560), (376, 760)), 17, PAPER)
    for k in range(3):
        art += gouge(bow((800 - k * 34, 560), (800 - k * 34, 990 - k * 80), -8), 19, "#7A3F12")
    label = [(420, 610), (720, 610), (720, 900), (420, 900)]
    art += block(label, CREAM, sharp=True, width=8)
    for row in range(2):
        for col in range(2):
            x, y = 520 + col * 98 + row * 49 - 24, 710 + row * 86
            art += block(
                [(x + 50 * cos(radians(a)), y + 50 * sin(radians(a))) for a in range(30, 390, 60)],
                RICE,
                sharp=True,
                width=7,
            )
    art += leaf(1180, 1010, 420, 150, 215, LEAF) + leaf(1200, 1100, 400, 140, 192, MOSS)
    for i, (x, y, s, turn) in enumerate(((960, 250, 1.0, -18), (950, 640, 0.72, 14))):

        def put(points: Points, x: float = x, y: float = y, s: float = s, turn: float = turn) -> Points:
            return moved(points, x, y, angle=turn, size=s)

        art += block(put(swell(bow((-10, -40), (60, -170), -10), 90, lens)), WHITE, width=7) + block(
            put(swell(bow((20, -40), (150, -130), -10), 84, lens)), MIST, width=7
        )
        art += block(put(ring(30, 10, 130, 74, n=16)), RICE, width=9)
        for k in (0, 46, 92):
            art += gouge(
                put(bow((k - 6, -66 + k * 0.2), (k - 6, 76 - k * 0.2), -16)), 30, INK, lambda _t: 0.8
            )
        art += block(put(ring(-110, 4, 52, 50, n=12)), INK, width=6) + flat(
            put(ring(-128, -8, 12, 12, n=8)), WHITE
        )
        art += line(put([(-140, -30), (-180, -80), (-200, -80)]), INK, 8) + line(
            put([(150, 14), (180 + i, 20)]), INK, 10
        )
    return art


PICTURES = {
    "rice": (rice, CREAM),
    "sugar_cane": (sugar_cane, "#E9CFA0"),
    "honey": (honey, "#C98A2E"),
}
