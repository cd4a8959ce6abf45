"""More leaves: lettuce, cabbage, kale, amaranth, scallions, sweet potato tips."""

from math import cos, pi, sin

from pictures import grounds as g
from pictures.carve import block, fan, flat, gouge, line, shade
from pictures.greens import bunch_of_stems
from pictures.ink import (
    BARK,
    CLAY,
    CORAL,
    CREAM,
    INK,
    LEAF,
    MOSS,
    PALE_LEAF,
    PAPER,
    RICE,
    SAND,
    SEA,
    SHALLOW,
    SPROUT,
    WHITE,
)
from pictures.plants import blade, heart_leaf, leaf, shadow_under, tie
from pictures.shapes import Points, bow, jitter, moved, points, ring, swell, wedge


def _frilled(x: float, y: float, length: float, width: float, angle: float, fill: str, *, seed: int) -> str:
    """A leaf whose rim is gathered like cloth, pale towards its rib."""
    edge: Points = []
    for side in (-1, 1):
        run = []
        for i in range(25):
            t = 0.12 + 0.88 * i / 24
            half = width / 2 * sin(pi * min(t * 0.84 + 0.08, 1)) ** 0.55
            half *= 1 + 0.055 * sin(i * 1.57) + 0.03 * jitter(i, seed)
            run.append((length * t, side * half))
        edge += run if side < 0 else run[::-1]
    art = block(moved(edge, x, y, angle=angle), fill, width=8)
    inner = [(px * 0.8, py * 0.66) for px, py in edge]
    art += flat(moved(inner, x, y, angle=angle), "#D6E3A0")
    rib = moved(bow((0, 0), (length * 0.84, 0)), x, y, angle=angle)
    art += gouge(rib, width * 0.15, WHITE, wedge)
    for k in range(5):
        for side in (-1, 1):
            t = 0.3 + k * 0.13
            cut = bow((length * t, side * 8), (length * (t + 0.13), side * width * 0.36), side * 12)
            art += gouge(moved(cut, x, y, angle=angle), 10, WHITE if side < 0 else MOSS)
    return art


def lettuce() -> str:
    """生菜: an open head, its rims frilled."""
    art = g.disc(600, 560, 500, "#E58A5A") + shadow_under(600, 1080, 380, 34)
    for i, (a, n, w, c) in enumerate(
        (
            (200, 560, 330, MOSS),
            (-20, 560, 330, MOSS),
            (228, 680, 360, "#6FA64E"),
            (-48, 680, 360, "#6FA64E"),
            (252, 760, 360, "#82B45C"),
            (-72, 760, 360, "#82B45C"),
            (270, 640, 400, "#A3C76C"),
            (240, 480, 300, "#B4D27C"),
            (-60, 480, 300, "#B4D27C"),
            (270, 400, 300, "#C3DB8E"),
        )
    ):
        art += _frilled(600, 1010, n, w, a, c, seed=i)
    art += block(ring(600, 1030, 96, 62, n=14), "#E9EFCB", width=9)
    return art + fan((600, 1086), 200, 340, 9, 84, 9, "#B9B78A")


def cabbage() -> str:
    """椰菜: a firm pointed head among its loose leaves."""
    art = (
        g.furrows(640, BARK, "#C79A66")
        + g.hills(640, 130, SHALLOW, seed=5)
        + shadow_under(600, 1090, 430, 34)
    )
    for a, n, w, c in (
        (196, 520, 380, LEAF),
        (-16, 520, 380, LEAF),
        (222, 600, 400, MOSS),
        (-42, 600, 400, MOSS),
    ):
        art += leaf(600, 940, n, w, a, c, veins=7, vein=PALE_LEAF, belly=0.6)
    head = points(
        "600,200 700,250 820,380 890,560 890,760 820,930 700,1020 600,1040 500,1020 380,930 310,760 310,560 380,380 500,250"
    )
    art += block(head, "#B4D07C", width=12) + shade(600, 650, 288, 380, towards=30, rows=3, span=90, width=20)
    left = points(
        "600,200 520,300 470,480 470,700 520,900 600,1040 500,1020 380,930 310,760 310,560 380,380 500,250"
    )
    art += block(left, "#C6DC92", width=9)
    art += gouge(bow((600, 1030), (610, 220), -30), 30, WHITE, wedge)
    for k in range(6):
        t = 0.16 + k * 0.13
        y = 1030 - 810 * t
        art += gouge(bow((604, y), (790 - k * 14, y - 110), 26), 13, WHITE)
        art += gouge(bow((596, y), (490 + k * 4, y - 120), -20), 12, WHITE if k % 2 else MOSS)
        art += gouge(bow((470 - k * 2, y), (360 + k * 8, y - 90), -18), 10, WHITE)
    foot = points("500,1000 600,970 700,1000 690,1090 600,1110 510,1090")
    return art + block(foot, "#E9EFCB", width=10)


def kale() -> str:
    """芥蓝: blue-green leaves on thick stems, white flowers in bud, tied."""
    art = g.seigaiha(40, 1190, "#E9C9A0", r=120)
    for x, y, n, w, a, c in (
        (520, 690, 500, 270, 206, "#2F5E50"),
        (680, 690, 500, 270, -26, "#2F5E50"),
        (540, 670, 560, 280, 234, "#3F7560"),
        (660, 670, 560, 280, -54, "#3F7560"),
        (600, 680, 580, 280, 268, "#4B8068"),
    ):
        art += leaf(x, y, n, w, a, c, veins=7, vein="#BBD3C0", belly=0.62)
    for x, y in ((520, 330), (690, 310)):
        art += block(swell(bow((600, 680), (x, y), 12), 40, lambda t: 1 - 0.4 * t), SPROUT, width=7)
        for k in range(7):
            px, py = x + 44 * cos(k * 1.9), y - 20 + 36 * sin(k * 1.9)
            art += block(ring(px, py, 24, 26, n=10), WHITE if k % 2 else "#DDE6B8", width=5)
    art += bunch_of_stems(600, 660, 1080, 5, 180, "#A9C98C", width=74)
    return art + tie(600, 820, 340, fill="#C98A2E")


def amaranth() -> str:
    """苋菜: green leaves with purple hearts on red stems."""
    art = g.disc(600, 470, 430, "#F6E8C6")
    shapes = (
        (540, 740, 420, 210, 205, LEAF),
        (660, 740, 420, 210, -25, LEAF),
        (560, 700, 520, 220, 232, MOSS),
        (640, 700, 520, 220, -52, MOSS),
        (570, 690, 590, 220, 254, "#5F9A4C"),
        (630, 690, 590, 220, -74, "#5F9A4C"),
        (600, 640, 500, 240, 270, MOSS),
    )
    for x, y, n, w, a, c in shapes:
        art += leaf(x, y, n, w, a, c, veins=7, vein=PAPER, belly=0.5)
        heart = moved(blade(n * 0.62, w * 0.5, belly=0.5), x, y, angle=a)
        shift = moved([(n * 0.16, 0)], 0, 0, angle=a)[0]
        art += flat([(px + shift[0], py + shift[1]) for px, py in heart], "#8A2F55")
        for k in range(4):
            for side in (-1, 1):
                t = 0.26 + k * 0.12
                cut = bow((n * t, 0), (n * (t + 0.1), side * w * 0.18), side * 5)
                art += gouge(moved(cut, x, y, angle=a), 8, "#D98AA4")
        art += gouge(moved(bow((n * 0.05, 0), (n * 0.9, 0)), x, y, angle=a), 14, "#E2A7B8", wedge)
    art += bunch_of_stems(600, 680, 1080, 6, 170, "#A8476B")
    return art + tie(600, 840, 300)


def scallion() -> str:
    """香葱: white feet with roots, long hollow leaves, tied."""
    art = g.table(980, CLAY, "#D98A63") + g.sky_lines(60, 900, "#8FB7B0", rows=16)
    for i, k in enumerate((-4, 4, -3, 3, -2, 2, -1, 1, 0)):
        tip = (600 + k * 92, 150 + 26 * abs(k) + 40 * jitter(i, 3))
        spine = bow((600 + k * 22, 860), tip, k * -13, n=16)
        art += block(swell(spine, 52, lambda t: 1 - t**3), ("#3F7F52", MOSS, "#5F9A4C")[i % 3], width=7)
        art += gouge([(x - 9, y) for x, y in spine[2:-3]], 9, PALE_LEAF)
    for i in range(9):
        k = i - 4
        a, b = (600 + k * 24, 700), (600 + k * 40, 1010)
        art += block(
            swell(bow(a, b, 0, n=10), 50, lambda t: 0.86 + 0.42 * t**4),
            WHITE if i % 2 else "#F1F3DC",
            width=7,
        )
        art += gouge(swell(bow(a, (a[0] + k * 8, 850), 0), 24, lambda t: 1 - t)[:6], 16, PALE_LEAF)
        for r in range(4):
            art += line([(b[0] - 15 + r * 10, 1016), (b[0] - 26 + r * 18 + 5 * jitter(i, r), 1090)], INK, 5)
    return art + tie(600, 660, 270, fill=CORAL)


def potato_tips() -> str:
    """番薯叶: heart-shaped leaves on purple stalks, tied."""
    art = g.disc(600, 500, 430, "#F3E1A6", ray=CREAM, count=52)
    ends = (
        (230, 470, 200),
        (970, 470, -20),
        (300, 250, 222),
        (900, 250, -42),
        (480, 150, 250),
        (730, 150, -70),
        (400, 560, 196),
        (800, 560, -16),
    )
    for x, y, _a in ends:
        art += line([(600, 880), ((600 + x) / 2, (880 + y) / 2 - 20), (x, y)], INK, 24)
        art += line([(600, 880), ((600 + x) / 2, (880 + y) / 2 - 20), (x, y)], "#8A4A6B", 13)
    for i, (x, y, a) in enumerate(ends):
        art += heart_leaf(x, y, 0.86, a, (LEAF, MOSS, "#5F9A4C")[i % 3])
    art += heart_leaf(600, 640, 0.9, 268, MOSS) + heart_leaf(560, 420, 0.7, 262, "#7FA650")
    art += bunch_of_stems(600, 800, 1090, 7, 130, "#9A5A78", width=40)
    return art + tie(600, 890, 230, fill=RICE)


PICTURES = {
    "lettuce": (lettuce, CORAL),
    "cabbage": (cabbage, CREAM),
    "kale": (kale, SAND),
    "amaranth": (amaranth, "#DDB27C"),
    "scallion": (scallion, "#BFD8D2"),
    "sweet_potato_leaf": (potato_tips, SEA),
}
