"""Maize, pulses, snow peas, chillies."""

from math import cos, sin

from pictures import grounds as g
from pictures.carve import block, flat, gouge, line, shade, stroke
from pictures.ink import (
    BARK,
    CORAL,
    CREAM,
    INK,
    LEAF,
    LYCHEE,
    MOSS,
    NIGHT,
    PALE_LEAF,
    PAPER,
    RICE,
    SAND,
    SHALLOW,
    SPROUT,
    STRAW,
    WHITE,
)
from pictures.plants import leaf, shadow_under, stem
from pictures.shapes import Point, bow, jitter, moved, pod, points, ring, swell


def _cob(x: float, y: float, size: float, angle: float, light: str, dark: str) -> str:
    """A cob in rows, its husks turned back; its foot at the origin, its tip at the right."""

    def put(shape: list[Point]) -> list[Point]:
        return moved(shape, x, y, angle=angle, size=size)

    art = ""
    for a, n in ((-34, 420), (34, 420), (-16, 500), (16, 500)):
        spine = moved(bow((0, 0), (n, 0), -60 if a < 0 else 60, n=14), 0, 0, angle=a)
        art += block(
            put(swell(spine, 150, lambda t: min(1, 0.45 + t * 1.6) * (1 - t**3))),
            MOSS if abs(a) > 20 else SPROUT,
            width=9,
        )
        for off in (-26, 0, 26):
            art += gouge(
                put([(px, py + off * (1 - i / 16)) for i, (px, py) in enumerate(spine[1:-2])]),
                9 * size,
                PALE_LEAF if off < 10 else INK,
            )
    body = swell(bow((60, 0), (700, 0), 0, n=20), 230, lambda t: min(1, 0.74 + t) * (1 - t**5) ** 0.7)
    art += block(put(body), dark, width=11)
    for row in range(-3, 4):
        for k in range(15):
            t = (k + 0.6) / 15.6
            fit = min(1, 0.74 + t) * (1 - t**5) ** 0.7
            px, py = 72 + t * 612, row * 33 * fit
            grain = moved(ring(0, 0, 22, 17 * fit + 2, n=8, uneven=0.06, seed=k + row), px, py)
            fill = light if (k * 7 + row * 3) % 5 else RICE
            art += block(put(grain), fill, width=4, under=dark)
            if row < 1:
                art += flat(put(ring(px - 6, py - 6, 7, 5, n=6)), PAPER)
    for a, n in ((-52, 300), (52, 320)):
        spine = moved(bow((-20, 0), (n, 0), -46 if a < 0 else 46, n=12), 0, 0, angle=a)
        art += block(put(swell(spine, 120, lambda t: min(1, 0.5 + t * 1.6) * (1 - t**3))), "#8FB85E", width=9)
        art += gouge(put(spine[1:-2]), 12 * size, PALE_LEAF)
    for k in range(-2, 3):
        art += line(put([(690, k * 8), (760, k * 22), (790, k * 40 + 20)]), BARK, 6 * size)
    return art + block(put([(-90, -26), (10, -44), (10, 44), (-90, 26)]), PALE_LEAF, width=8)


def corn() -> str:
    """玉米: a golden cob and a white one."""
    art = g.disc(880, 330, 210, CORAL, ray="#F6D9B0") + g.furrows(880, "#A9743F", "#D9B277")
    art += shadow_under(500, 1100, 380, 26)
    return (
        art
        + _cob(330, 960, 0.98, -66, "#F2CE5C", "#D99A2E")
        + _cob(760, 1050, 0.86, -104, "#F7EFCF", "#D9C48A")
    )


def _seeds(
    cx: float, cy: float, rx: float, ry: float, count: int, fills: tuple[str, ...], size: float, lit: str
) -> str:
    """A heap of beans in an ellipse, each with its light and its eye."""
    art = ""
    for i in range(count):
        r = ((i + 0.5) / count) ** 0.5
        a = i * 2.39996
        x, y = cx + rx * r * cos(a), cy + ry * r * sin(a)
        turn = jitter(i) * 70
        art += block(
            moved(ring(0, 0, size, size * 0.7, n=10), x, y, angle=turn), fills[i % len(fills)], width=4
        )
        art += gouge(
            moved(bow((-size * 0.5, -size * 0.2), (size * 0.4, -size * 0.26), -4, n=6), x, y, angle=turn),
            size * 0.22,
            lit,
        )
        art += flat(moved(ring(size * 0.1, size * 0.3, size * 0.2, size * 0.1, n=6), x, y, angle=turn), WHITE)
    return art


def mung_beans() -> str:
    """绿豆 on a bamboo scoop, pods and leaves beside."""
    art = g.seigaiha(40, 1190, "#E6D2A4", r=120) + g.tray(600, 660, 510, squash=0.94, fill=STRAW)
    art += _seeds(600, 650, 400, 370, 210, ("#6F8F3A", "#7FA046", "#5E7E34"), 30, "#D6E3A0")
    for x, y, a in ((260, 330, -24), (310, 250, -10), (930, 330, 26)):
        art += block(swell(moved(bow((-170, 0), (170, 0), 24), x, y, angle=a), 54, pod), NIGHT, width=7)
        art += gouge(moved(bow((-140, -8), (130, -8), 20), x, y, angle=a), 9, PALE_LEAF)
        for k in (-100, -40, 20, 80):
            px, py = moved([(k, 14)], x, y, angle=a)[0]
            art += stroke((px - 6, py - 16), (px - 2, py + 14), bend=6, width=7)
    return (
        art
        + leaf(560, 240, 300, 170, 205, LEAF)
        + leaf(620, 230, 300, 170, -26, MOSS)
        + leaf(590, 210, 240, 150, 270, LEAF)
    )


def red_beans() -> str:
    """眉豆、赤小豆 in an open sack."""
    art = g.table(820, "#8E5A36", "#BE8656") + g.rays_ground() + g.table(900, "#8E5A36", "#BE8656")
    art += shadow_under(600, 1110, 420, 26)
    sack = points("250,520 190,700 210,930 300,1090 600,1120 900,1090 990,930 1010,700 950,520")
    art += block(sack, "#C9A063", width=12)
    for row in range(8):
        for k in range(13):
            x, y = 236 + k * 60 + (row % 2) * 30, 640 + row * 58
            if ((x - 600) / 370) ** 2 + ((y - 830) / 290) ** 2 < 1:
                art += stroke(
                    (x - 20, y), (x + 20, y + 3), bend=3, width=7, colour="#8A6436" if x > 700 else "#E6C88E"
                )
    art += gouge(bow((300, 720), (330, 1040), 20), 22, "#E6C88E") + gouge(
        bow((930, 700), (880, 1060), -30), 22, INK
    )
    art += block(ring(600, 520, 400, 150, n=24, uneven=0.03), "#DDBB80", width=12) + flat(
        ring(600, 520, 330, 106, n=24), "#5B2A24"
    )
    art += _seeds(600, 478, 318, 108, 120, ("#8E3B35", "#A34A3C", "#7A2F2E"), 33, "#E7B09A")
    for i in range(24):
        a = i * 0.2618
        art += stroke(
            (600 + 352 * cos(a), 520 + 120 * sin(a)),
            (600 + 396 * cos(a + 0.08), 520 + 146 * sin(a + 0.08)),
            width=12,
            colour=CREAM,
        )
    art += _seeds(220, 1110, 90, 26, 7, ("#8E3B35", "#A34A3C"), 30, "#E7B09A") + _seeds(
        1000, 1120, 60, 18, 5, ("#8E3B35",), 30, "#E7B09A"
    )
    return art + leaf(180, 330, 300, 150, -40, LEAF) + leaf(1020, 330, 300, 150, 220, MOSS)


def _pea(x: float, y: float, size: float, angle: float, fill: str) -> str:
    spine = moved(bow((-290, 0), (290, 0), 60, n=18), x, y, angle=angle, size=size)
    art = block(swell(spine, 168 * size, lambda t: max(4 * t * (1 - t), 0) ** 0.4), fill, width=9)
    for k in range(5):
        px, py = moved([(-170 + k * 85, 46 - 0.0011 * (-170 + k * 85) ** 2)], x, y, angle=angle, size=size)[0]
        art += flat(ring(px, py, 34 * size, 32 * size, n=12), "#B4D27C")
        art += shade(px, py, 34 * size, 32 * size, towards=50, rows=1, span=130, width=9 * size)
        art += stroke((px - 18 * size, py - 14 * size), (px + 2 * size, py - 22 * size), width=9 * size)
    art += gouge([(px, py - 54 * size) for px, py in spine[3:-3]], 11 * size, PALE_LEAF)
    cap = moved(points("-300,-10 -260,-46 -220,-40 -250,0 -216,34 -262,34"), x, y, angle=angle, size=size)
    stalk = moved(bow((-290, 0), (-380, -30), 8, n=8), x, y, angle=angle, size=size)
    return art + block(swell(stalk, 22 * size, lambda _t: 1), MOSS, width=6) + block(cap, LEAF, width=6)


def snow_peas() -> str:
    """荷兰豆: flat pods, the vine and its flowers."""
    art = g.disc(600, 620, 500, "#F0D9C0")
    art += line(points("-20,180 240,120 520,200 820,110 1220,190"), INK, 20) + line(
        points("-20,180 240,120 520,200 820,110 1220,190"), SPROUT, 9
    )
    for x, y, a, c in (
        (220, 140, 60, LEAF),
        (300, 120, 120, MOSS),
        (860, 120, 60, MOSS),
        (960, 130, 110, LEAF),
    ):
        art += leaf(x, y, 250, 150, a, c, veins=6)
    for x, y in ((560, 190), (110, 170), (1090, 170)):
        art += line(
            [
                (x, y),
                (x + 30, y + 70),
                (x - 14, y + 120),
                (x + 40, y + 150),
                (x + 56, y + 96),
                (x + 24, y + 84),
            ],
            MOSS,
            9,
        )
    for x, y, a, c in (
        (430, 480, 14, "#6FA64E"),
        (780, 620, -14, "#7FB058"),
        (400, 780, 6, "#82B45C"),
        (760, 950, -8, "#6FA64E"),
    ):
        art += shadow_under(x, y + 118, 230, 12) + _pea(x, y, 1.02, a, c)
    return art


def chilli() -> str:
    """辣椒, a string of them, red with a few green."""
    art = g.sky_lines(60, 1160, "#C9B98E", rows=18) + stem((600, -20), (610, 980), 34, "#B98A58")
    for k in range(12):
        art += stroke((584, 40 + k * 78), (622, 70 + k * 78), bend=8, width=11, colour=INK)
    heads = []
    for row in range(6):
        y = 150 + row * 130
        for side in (-1, 1):
            heads.append((600 + side * 30, y + (24 if side > 0 else 0), side))
    for i, (x, y, side) in enumerate(heads):
        tip = (x + side * (300 + 36 * jitter(i, 3)), y + 190 + 40 * jitter(i, 5))
        spine = bow((x + side * 60, y + 20), tip, side * (56 + 20 * jitter(i, 7)), n=18)
        fill = SPROUT if i in {3, 8} else (LYCHEE if i % 3 else CORAL)
        art += block(swell(spine, 92, lambda t: min(1, 0.7 + t * 2) * (1 - t**1.8)), fill, width=9)
        art += gouge([(px - 6, py - 15) for px, py in spine[2:-6]], 13, PAPER) + gouge(
            [(px + 6, py + 17) for px, py in spine[3:-6]], 9, INK
        )
        stalk = bow((x - side * 10, y - 30), (x + side * 64, y + 22), side * -14, n=8)
        art += block(swell(stalk, 24, lambda _t: 1), MOSS, width=6) + block(
            ring(x + side * 66, y + 24, 42, 36, n=12), LEAF, width=7
        )
    return art


PICTURES = {
    "corn": (corn, SHALLOW),
    "mung_bean": (mung_beans, SAND),
    "red_bean": (red_beans, "#EBD3B0"),
    "snow_pea": (snow_peas, "#D98A63"),
    "chilli": (chilli, "#EADBA8"),
}
