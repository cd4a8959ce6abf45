"""What a cooperative packs: rice in a bag, mooncakes, fish dried in the sun."""

from math import cos, pi, radians, sin

from pictures import grounds as g
from pictures.carve import block, dots, flat, gouge, line, shade, stroke
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
    PAPER,
    RICE,
    SAND,
    SEA,
    SHALLOW,
    SPROUT,
    STRAW,
    WHITE,
)
from pictures.plants import shadow_under
from pictures.shapes import Points, arc, bow, jitter, lens, moved, pod, points, ring, swell


def rice_bag() -> str:
    """吴阳丝苗米: a cloth bag tied with straw, an ear on its label, rice before it."""
    art = g.hills(330, 120, SHALLOW, seed=5) + g.terraces(340, (SPROUT, "#A9B455", RICE), PAPER, bottom=760)
    art += g.table(820, SAND, "#B98A58") + shadow_under(600, 1090, 430, 34)
    neck = points("470,250 540,190 600,176 660,190 730,250 690,330 510,330")
    art += block(neck, CREAM, width=11)
    for k in range(-3, 4):
        art += gouge(bow((600 + k * 18, 318), (600 + k * 34, 210), k * 2, n=6), 12, BARK)
    bag = points(
        "500,340 700,340 800,400 860,520 890,760 880,980 840,1080 600,1104 360,1080 320,980 310,760 340,520 400,400"
    )
    art += block(bag, CREAM, width=12)
    for side in (-1, 1):
        for k in range(5):
            top, foot = (600 + side * (60 + k * 20), 366), (600 + side * (140 + k * 34), 470 + k * 24)
            art += gouge(bow(top, foot, side * 14), 14, BARK if k % 2 else SAND)
        art += gouge(bow((600 + side * 262, 560), (600 + side * 262, 1000), side * -22), 22, SAND)
    art += gouge(bow((850, 620), (840, 1010), -14), 26, BARK)
    for k in range(4):
        foot = 340 + k * 30
        art += gouge(bow((330 + k * 12, 980), (foot + 20, 1070 + k * 6), 10), 12, SAND)
        art += gouge(bow((870 - k * 14, 960), (850 - k * 26, 1062 + k * 6), -10), 13, BARK)
    for k in range(3):
        art += block(
            swell(bow((492, 318 + k * 20), (708, 318 + k * 20), 14, n=8), 24, lambda _t: 1), RICE, width=6
        )
    for side in (-1, 1):
        end = (600 + side * 190, 450)
        art += block(swell(bow((600 + side * 50, 350), end, side * -26, n=8), 22, lens), RICE, width=6)
    label = points("420,560 780,560 800,590 800,930 780,960 420,960 400,930 400,590")
    art += block(label, LEAF, width=10) + line([*arc(600, 760, 178, 178, 0, 360, n=40)], STRAW, 9)
    art += flat(ring(600, 760, 164, 164, uneven=0.005, n=28), CREAM)
    art += _ear(545, 905)
    return art + _grains(600, 1110, 480, 54, 70)


def _ear(x: float, y: float) -> str:
    """One ear on a label: a bowed stalk, two leaves, grains in pairs."""
    spine = [(x + 150 * t**2.4, y - 290 * t * (1 - 0.28 * t)) for t in (i / 11 for i in range(12))]
    art = line(spine, MOSS, 10)
    for side, reach in ((-1, 120), (1, 90)):
        art += block(
            swell(bow((x, y - 10), (x + side * reach, y - 130), side * 24, n=8), 30, lens), MOSS, width=5
        )
    for i in range(4, 12):
        px, py = spine[i]
        for side in (-1, 1):
            tip = (px + 40 + 10 * side, py - 18 + 44 * side + 3 * i)
            art += block(swell(bow((px, py), tip, 4 * side, n=6), 32, pod), RICE, width=5)
    return art


def _grains(cx: float, cy: float, rx: float, ry: float, count: int) -> str:
    art = ""
    for i in range(count):
        a, r = i * 2.4, (i / count) ** 0.5
        x, y = cx + rx * r * cos(a), cy + ry * r * sin(a)
        turn = 180 * jitter(i, 3)
        grain = moved(swell([(-24, 0), (-12, 0), (0, 0), (12, 0), (24, 0)], 24, pod), x, y, angle=turn)
        art += block(grain, (WHITE, CREAM, STRAW)[i % 3], width=5)
    return art


def mooncakes() -> str:
    """吴川月饼: two cakes from a carved mould, one cut to its yolk, under the full moon."""
    art = g.disc(600, 330, 250, RICE, ray=STRAW, count=48) + g.hills(560, 90, "#2B4F55", seed=9)
    art += g.table(600, CLAY, "#8A3C1E")
    art += shadow_under(370, 900, 300, 26) + _cake(370, 760, 280, 1.0)
    return art + shadow_under(830, 1060, 300, 26) + _cut_cake(830, 900, 270)


def _cake(x: float, y: float, r: float, turn: float) -> str:
    """A whole cake, a little from above: its wall, and a moulded top."""
    squash, wall = 0.62, r * 0.42
    side = [*arc(x, y, r, r * squash, 0, 180, n=20)]
    body = [*side, *[(px, py + wall) for px, py in arc(x, y, r * 0.97, r * squash * 0.97, 180, 0, n=20)]]
    art = block(body, "#B9692B", width=11)
    for i in range(15):
        a = radians(8 + i * 11.8)
        px, py = x + r * cos(a), y + r * squash * sin(a)
        art += gouge(bow((px, py + 8), (px * 0.985 + x * 0.015, py + wall * 0.94), 4), 17, BARK)
    rim = []
    for i in range(72):
        a = 2 * pi * i / 72
        k = 1 + 0.035 * cos(18 * a)
        rim.append((x + r * k * cos(a), y + r * squash * k * sin(a)))
    art += block(rim, "#DD9A45", width=10)

    def put(shape: Points) -> Points:
        return [(x + px * r, y + py * r * squash) for px, py in shape]

    art += line(put([(0.83 * cos(2 * pi * i / 40), 0.83 * sin(2 * pi * i / 40)) for i in range(41)]), BARK, 9)
    for i in range(12):
        a = 2 * pi * i / 12 + turn
        petal = [(0.34 + 0.34 * k / 6, 0.0) for k in range(7)]
        art += block(put(moved(swell(petal, 0.2, lens), 0, 0, angle=180 * a / pi)), "#EDBB6A", width=6)
        art += gouge(put(moved([(0.4, 0.0), (0.5, 0.0), (0.6, 0.0)], 0, 0, angle=180 * a / pi)), 9, BARK)
    art += block(put(ring(0, 0, 0.25, 0.25, n=16)), "#EDBB6A", width=8)
    for i in range(6):
        a = 2 * pi * i / 6
        art += stroke(put([(0, 0)])[0], put([(0.2 * cos(a), 0.2 * sin(a))])[0], width=12, colour=BARK)
    return art + gouge(put(arc(0, 0, 0.92, 0.92, 200, 300, n=12)), 14, "#F3D08C")


def _cut_cake(x: float, y: float, r: float) -> str:
    """Half a cake, its cut face to us: crust, five nuts, a red yolk."""
    top = [*arc(x, y - r * 0.3, r, r * 0.34, 180, 360, n=18), (x + r, y - r * 0.3), (x - r, y - r * 0.3)]
    art = block(top, "#DD9A45", width=10)
    for i in range(9):
        a = radians(196 + i * 18.5)
        art += stroke(
            (x + r * 0.5 * cos(a), y - r * 0.3 + r * 0.17 * sin(a)),
            (x + r * 0.86 * cos(a), y - r * 0.3 + r * 0.29 * sin(a)),
            width=15,
            colour=BARK,
        )
    face = points("-1,-0.3 1,-0.3 1,0.34 0.96,0.46 0.86,0.5 -0.86,0.5 -0.96,0.46 -1,0.34")
    art += block([(x + px * r, y + py * r) for px, py in face], "#B9692B", sharp=True, width=11)
    filling = points("-0.9,-0.21 0.9,-0.21 0.9,0.32 0.82,0.41 -0.82,0.41 -0.9,0.32")
    art += flat([(x + px * r, y + py * r) for px, py in filling], "#E8C79A", sharp=True)
    for i in range(34):
        px = -0.82 + (i * 0.618 % 1) * 1.64
        py = -0.16 + (i * 0.2715 % 1) * 0.5
        nut = moved(ring(0, 0, 24, 14, uneven=0.08, seed=i, n=8), x + px * r, y + py * r, angle=60 * i)
        art += block(nut, (CREAM, MOSS, "#8A5A2E", STRAW)[i % 4], width=5)
    yolk = ring(x, y + r * 0.1, r * 0.27, r * 0.25, n=18)
    art += block(yolk, ORANGE, width=9)
    art += shade(
        x, y + r * 0.1, r * 0.27, r * 0.25, towards=220, rows=2, span=70, width=14, colour=RICE, first=0.7
    )
    return art + shade(
        x, y + r * 0.1, r * 0.27, r * 0.25, towards=45, rows=2, span=80, width=10, colour=LYCHEE
    )


def _dried(x: float, y: float, size: float, fill: str) -> str:
    """One split fish hung by its tail, head down."""

    def put(shape: Points) -> Points:
        return moved(shape, x, y, size=size)

    art = line(put([(0, -440), (0, -380)]), INK, 12)
    art += block(put(points("-90,-400 0,-350 90,-400 60,-300 20,-260 -20,-260 -60,-300")), BARK, width=9)
    body = points("-20,-280 20,-280 120,-120 150,60 130,230 70,330 0,370 -70,330 -130,230 -150,60 -120,-120")
    art += block(put(body), fill, width=11)
    inner = points("-8,-220 8,-220 84,-90 104,60 88,200 0,250 -88,200 -104,60 -84,-90")
    art += flat(put(inner), "#F0CFA0")
    art += gouge(put(bow((0, -230), (0, 250), 3, n=12)), 17 * size, CLAY)
    for k in range(9):
        py = -170 + k * 46
        reach = 84 * sin(pi * (k + 1.2) / 11)
        for side in (-1, 1):
            art += gouge(put(bow((side * 8, py), (side * reach, py + 34), side * 6, n=6)), 11 * size, CLAY)
    for side in (-1, 1):
        art += gouge(put(bow((side * 116, -60), (side * 126, 190), side * -14)), 13 * size, PAPER)
        art += block(put(ring(side * 52, 292, 22, 22, n=10)), WHITE, width=6) + flat(
            put(ring(side * 52, 296, 11, 11, n=8)), INK
        )
    return art


def dried_fish() -> str:
    """咸鱼干: mackerel split and hung above the beach, the sun behind them."""
    art = g.disc(880, 250, 190, CORAL, ray=RICE, count=40)
    art += g.waves(470, SEA, SHALLOW, rows=5, bottom=860)
    art += flat(points("-40,840 320,800 640,850 920,800 1240,840 1240,1240 -40,1240"), SAND)
    art += dots(600, 1040, 640, 180, 110, 6, "#B98A58", seed=4)
    for x in (96, 1110):
        art += block(swell(bow((x, 1180), (x + 8, 90), 6, n=8), 54, lambda _t: 1), BARK, width=10)
        for k in range(5):
            art += stroke((x - 18, 240 + k * 180), (x + 22, 250 + k * 180), bend=8, width=10, colour=RICE)
    rope = bow((70, 180), (1140, 180), 40, n=14)
    art += block(swell(rope, 24, lambda _t: 1), STRAW, width=7)
    for i, (x, y, size, fill) in enumerate(
        ((270, 640, 1.0, "#8FA6A0"), (600, 690, 1.12, "#A9B7AC"), (925, 640, 1.0, "#8FA6A0"))
    ):
        art += shadow_under(x, 1090 - 10 * (i % 2), 120, 12) + _dried(x, y, size, fill)
    return art


PICTURES = {
    "rice_bag": (rice_bag, "#CFE0D6"),
    "mooncake": (mooncakes, "#1F3A3D"),
    "dried_fish": (dried_fish, "#F0DDA6"),
}
