"""Fruit of the gardens: dragon fruit, wampee, jackfruit, star fruit."""

from math import cos, pi, radians, sin

from pictures import grounds as g
from pictures.carve import block, dots, flat, gouge, line, shade, stroke
from pictures.ink import (
    BARK,
    CREAM,
    INK,
    LEAF,
    MIST,
    MOSS,
    PALE_LEAF,
    PAPER,
    RICE,
    ROSE,
    SHALLOW,
    SPROUT,
    WHITE,
)
from pictures.plants import compound, leaf, shadow_under, stem
from pictures.shapes import Points, bow, moved, points, ring, swell, wedge

PITAYA = "#C23A66"


def _flap(x: float, y: float, length: float, angle: float) -> str:
    """One scale of a dragon fruit: rosy at its foot, green at its tip."""
    tip = moved([(length, 0)], x, y, angle=angle)[0]
    spine = bow((x, y), tip, length * 0.12, n=9)
    art = block(swell(spine, length * 0.62, wedge), "#D9688B", width=7)
    return art + gouge(spine[4:], length * 0.24, SPROUT, wedge)


def dragon_fruit() -> str:
    """火龙果: one whole, a red half and a white half."""
    art = g.seigaiha(60, 1180, "#A9C9B4", r=120) + shadow_under(600, 700, 300, 30)
    body = ring(600, 420, 232, 270, n=20)
    for a, n in ((-128, 150), (-108, 190), (-88, 200), (-68, 190), (-48, 150)):
        art += _flap(600 + 110 * cos(radians(a)), 420 + 216 * sin(radians(a)), n, a)
    art += block(body, PITAYA, width=11) + shade(600, 420, 232, 270, towards=45, rows=4, span=100, width=18)
    for row, (y, count) in enumerate(((310, 3), (420, 4), (530, 3))):
        for k in range(count):
            x = 600 + (k - (count - 1) / 2) * 128
            art += _flap(x, y + 30, 118, -104 + (x - 600) * 0.16 + row * 2)
    for x, flesh, seed in ((380, "#A8234F", INK), (820, WHITE, INK)):
        art += shadow_under(x, 1090, 210, 22)
        for a in (150, 190, 350, 30):
            art += _flap(x + 200 * cos(radians(a)), 880 + 170 * sin(radians(a)), 92, a)
        art += block(ring(x, 880, 216, 204, n=20), PITAYA, width=11)
        art += flat(ring(x, 880, 182, 170, n=20), flesh)
        art += dots(x, 880, 160, 148, 90, 6, seed, seed=int(x))
        art += shade(x, 880, 176, 164, towards=225, rows=1, span=70, width=10, colour=ROSE)
    return art


WAMPEE: Points = points(
    "420,420 560,380 700,390 840,440 350,540 490,520 630,510 770,530 890,580 430,650 570,640 710,650 830,690"
    " 500,770 640,780 760,790 570,890 690,900"
)


def wampee() -> str:
    """黄皮: a loose bunch of small golden fruit."""
    art = g.disc(620, 620, 470, "#7FA66B", ray="#A9C98C", count=52)
    art += compound(560, 240, 340, 200, LEAF, size=190) + compound(660, 230, 340, -22, LEAF, size=190)
    art += stem((620, 40), (620, 420), 28)
    for x, y in WAMPEE:
        art += line([(620, 320), ((620 + x) / 2 + 14, (320 + y) / 2 - 30), (x, y - 60)], INK, 10)
    for i, (x, y) in enumerate(WAMPEE):
        skin = ("#DDB04E", "#E8C468", "#CF9C3C")[i % 3]
        turn = (x - 620) * -0.06
        art += block(moved(ring(0, 0, 66, 80, seed=i), x, y, angle=turn), skin, width=8)
        art += shade(x, y, 66, 80, towards=45, rows=2, span=100, width=9)
        art += stroke((x - 28, y - 34), (x - 36, y + 10), bend=-8, width=13)
        art += dots(x + 6, y + 8, 40, 50, 9, 4, BARK, seed=i)
    return art


def _spiky(x: float, y: float, rx: float, ry: float, fill: str) -> str:
    """The body of a jackfruit, studded all over."""
    edge = [
        (x + rx * k * cos(2 * pi * i / 60), y + ry * k * sin(2 * pi * i / 60))
        for i in range(60)
        for k in ((1.0 if i % 2 else 1.045),)
    ]
    art = block(edge, fill, width=11, sharp=True)
    for row in range(-8, 9):
        for col in range(-7, 8):
            px, py = x + col * 46 + (row % 2) * 23, y + row * 46
            if ((px - x) / (rx - 24)) ** 2 + ((py - y) / (ry - 24)) ** 2 < 1:
                dark = px - x + (py - y) * 0.7 > rx * 0.42
                art += gouge([(px - 13, py + 9), (px, py - 9), (px + 13, py + 9)], 13, INK if dark else MOSS)
                art += stroke((px - 8, py + 2), (px - 1, py - 8), width=7, colour=PAPER if not dark else fill)
    return art


def jackfruit() -> str:
    """菠萝蜜: a whole one on its stalk, and a piece that shows its bulbs."""
    art = g.disc(880, 300, 190, RICE, ray=PAPER) + g.hills(760, 150, PALE_LEAF, seed=9)
    art += flat(points("-40,880 400,850 820,890 1240,850 1240,1240 -40,1240"), SPROUT)
    art += jackfruit_alone()
    art += shadow_under(890, 1090, 250, 26)
    art += block(ring(890, 850, 240, 220, n=24, uneven=0.03), "#8F9B3C", width=12)
    art += flat(ring(888, 850, 206, 186, n=24, uneven=0.02), "#F4E7B4")
    art += block(swell(bow((740, 850), (1040, 850), 0), 74, lambda t: 0.7), "#F2DFA0", width=5)
    for i in range(9):
        a = radians(-160 + i * 40)
        px, py = 888 + 122 * cos(a), 850 + 112 * sin(a)
        art += block(moved(ring(0, 0, 64, 44, n=12), px, py, angle=-160 + i * 40), "#EDBE3E", width=7)
        art += flat(moved(ring(14, 0, 20, 14, n=10), px, py, angle=-160 + i * 40), BARK)
    return art


def jackfruit_alone() -> str:
    """The whole fruit with its leaves, and nothing around it."""
    art = leaf(430, 150, 330, 170, 190, LEAF, veins=8) + leaf(470, 130, 330, 160, -28, MOSS, veins=8)
    art += shadow_under(470, 1030, 360, 36) + stem((460, 40), (462, 260), 46)
    return art + _spiky(460, 600, 310, 400, "#A9B24E")


def _star(x: float, y: float, r: float, turn: float, fill: str) -> str:
    """A slice: five soft points, its heart and five seeds."""
    edge = []
    for i in range(20):
        a = radians(turn + i * 18)
        k = (1.0, 0.72, 0.5, 0.72)[i % 4]
        edge.append((x + r * k * cos(a), y + r * k * sin(a)))
    art = block(edge, "#B9B83E", width=9) + flat(
        [(x + (p - x) * 0.84, y + (q - y) * 0.84) for p, q in edge], fill
    )
    for i in range(5):
        a = radians(turn + i * 72)
        art += stroke(
            (x + r * 0.2 * cos(a), y + r * 0.2 * sin(a)),
            (x + r * 0.74 * cos(a), y + r * 0.74 * sin(a)),
            width=9,
        )
        seed = moved(ring(r * 0.22, 0, r * 0.085, r * 0.045, n=8), x, y, angle=turn + 36 + i * 72)
        art += flat(seed, BARK)
    return art


def _carambola(x: float, y: float, size: float, angle: float, fill: str) -> str:
    """A whole fruit from its side: three ridges to be seen."""
    spine = moved(bow((-300, 0), (300, 0), 16, n=16), x, y, angle=angle, size=size)
    art = block(swell(spine, 300 * size, lambda t: max(sin(pi * t), 0) ** 0.55), fill, width=11)
    for off, colour, width in ((-84, "#F3E9A8", 30), (-30, INK, 11), (20, "#F3E9A8", 34), (66, INK, 13)):
        rib = moved(bow((-250, off * 0.4), (250, off * 0.4), off * 0.62, n=14), x, y, angle=angle, size=size)
        art += gouge(rib, width * size, colour)
    return art


def starfruit() -> str:
    """杨桃: two whole, and the slices that give it its name."""
    art = g.tray(600, 620, 540, fill="#E7D9A8")
    art += leaf(250, 300, 260, 120, -20, MOSS) + leaf(900, 300, 260, 120, 200, LEAF)
    art += shadow_under(470, 500, 260, 24) + _carambola(450, 380, 0.96, -14, "#D9D05A")
    art += shadow_under(780, 640, 250, 24) + _carambola(770, 540, 0.9, 22, "#C9C650")
    for x, y, r, a in ((350, 720, 165, -90), (600, 860, 185, -60), (850, 860, 150, -80)):
        art += _star(x, y, r, a, "#F1E89A")
    return art


PICTURES = {
    "dragon_fruit": (dragon_fruit, MIST),
    "wampee": (wampee, "#5E8F63"),
    "jackfruit": (jackfruit, CREAM),
    "starfruit": (starfruit, SHALLOW),
}
