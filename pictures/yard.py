"""Poultry and their eggs."""

from math import cos, pi, sin

from pictures import grounds as g
from pictures.carve import block, dots, flat, gouge, line, shade, stroke
from pictures.ink import (
    BARK,
    CORAL,
    CREAM,
    INK,
    LEAF,
    LYCHEE,
    MIST,
    MOSS,
    NIGHT,
    ORANGE,
    PALE_LEAF,
    PAPER,
    RICE,
    SAND,
    SEA,
    SHALLOW,
    SPROUT,
    STRAW,
    WHITE,
)
from pictures.plants import long_leaf, shadow_under
from pictures.shapes import bow, jitter, lens, moved, points, ring, swell


def egg(x: float, y: float, size: float, angle: float, fill: str) -> str:
    """One egg, its blunt end towards the angle."""
    shape = points("120,0 96,70 20,104 -70,88 -140,38 -158,0 -140,-38 -70,-88 20,-104 96,-70")
    art = block(moved(shape, x, y, angle=angle, size=size), fill, width=9)
    art += shade(x, y, 128 * size, 108 * size, towards=50, rows=3, span=100, width=11 * size)
    return art + shade(
        x, y, 128 * size, 104 * size, towards=220, rows=1, span=70, width=20 * size, first=0.7, colour=WHITE
    )


def eggs() -> str:
    """土鸡蛋 in a nest of rice straw."""
    art = g.rays_ground() + shadow_under(600, 1040, 460, 40)
    for i in range(70):
        a = 2 * pi * i / 70
        x, y = 600 + 470 * cos(a), 760 + 300 * sin(a)
        turn = a + pi / 2 + 0.7 * jitter(i, 2)
        end = (x + 210 * cos(turn), y + 140 * sin(turn))
        art += block(
            swell(bow((x, y), end, 26 * jitter(i, 5)), 38, lens), RICE if i % 3 else "#C99538", width=6
        )
    art += flat(ring(600, 740, 400, 236, n=20), BARK)
    for i in range(40):
        a = i * 2.4
        x, y = 600 + 350 * (i / 40) ** 0.5 * cos(a), 740 + 200 * (i / 40) ** 0.5 * sin(a)
        art += stroke((x - 70, y), (x + 70, y + 40 * jitter(i, 3)), bend=12, width=12, colour=RICE)
    for i, (x, y, s, a) in enumerate(
        (
            (400, 620, 1.0, 20),
            (640, 590, 1.0, -35),
            (840, 680, 0.98, 60),
            (330, 800, 0.98, -20),
            (560, 800, 1.08, 10),
            (790, 860, 1.04, -30),
        )
    ):
        art += egg(x, y, s, a, ("#DDAE82", "#E8C3A0", "#CF9A6B")[i % 3])
    for i in range(26):
        x = 190 + i * 33
        y = 905 + 120 * sin(pi * (x - 190) / 830)
        art += block(
            swell(bow((x - 50, y + 30 * jitter(i)), (x + 120, y - 30 + 44 * jitter(i, 4)), 16), 34, lens),
            RICE if i % 2 else STRAW,
            width=6,
        )
    return art


def duck_eggs() -> str:
    """海鸭蛋 on the beach, one cut to its red yolk."""
    art = g.disc(920, 230, 120, ORANGE) + g.waves(330, SEA, PAPER, rows=4, bottom=680)
    art += flat(points("-40,640 260,600 620,650 930,590 1240,640 1240,1240 -40,1240"), SAND) + dots(
        600, 960, 640, 260, 120, 6, "#B98A58", seed=2
    )
    for x, y, s, a, c in (
        (330, 680, 1.25, 25, "#CFE0D6"),
        (680, 640, 1.2, -20, "#DCE8DC"),
        (900, 790, 1.2, 40, "#BFD8D2"),
        (250, 920, 1.2, -35, "#DCE8DC"),
    ):
        art += shadow_under(x, y + 120 * s, 150, 16) + egg(x, y, s, a, c)
    art += shadow_under(590, 1080, 250, 20)
    half = points("820,940 780,1050 640,1105 480,1085 370,1010 345,940 370,870 480,800 640,780 780,830")
    art += block(half, MIST, width=10)
    white = points("790,942 755,1030 635,1075 490,1056 400,1000 380,942 400,885 490,830 635,808 755,852")
    art += (
        flat(white, WHITE)
        + block(ring(610, 942, 128, 122, n=18), CORAL, width=7)
        + shade(610, 942, 128, 122, towards=220, rows=2, span=70, width=17, colour="#F6C9A0", first=0.76)
    )
    return art + shade(610, 942, 128, 122, towards=45, rows=3, span=90, width=10, colour=LYCHEE)


def _feathers(x: float, y: float, rows: int, count: int, size: float, angle: float, fill: str) -> str:
    art = ""
    for row in range(rows):
        for i in range(count - row // 2):
            px, py = moved(
                [(i * size * 0.84 + (row % 2) * size * 0.4, row * size * 0.56)], x, y, angle=angle
            )[0]
            art += block(
                moved(
                    swell(bow((0, 0), (size * 1.3, size * 0.3), 6), size * 0.72, lens), px, py, angle=angle
                ),
                fill,
                width=6,
            )
            art += gouge(
                moved(bow((size * 0.2, size * 0.05), (size * 1.1, size * 0.26)), px, py, angle=angle),
                size * 0.12,
                PAPER,
            )
    return art


def chicken() -> str:
    """吴阳鸡: a hen with a cock's tail, standing in the yard."""
    art = g.disc(300, 330, 190, RICE, ray=PAPER) + flat(
        points("-40,950 400,920 800,950 1240,920 1240,1240 -40,1240"), MOSS
    )
    for i in range(18):
        x = 30 + i * 68
        for k in (-24, 0, 24):
            art += stroke(
                (x, 1060 + 70 * jitter(i)), (x + k, 1000 + 70 * jitter(i)), width=10, colour=PALE_LEAF
            )
    return art + hen_alone()


def hen_alone() -> str:
    """The hen without its yard."""
    art = ""
    for a, n in ((-112, 470), (-92, 520), (-72, 520), (-54, 470), (-36, 400)):
        spine = moved([(t * n, -130 * t * t) for t in (i / 10 for i in range(11))], 860, 640, angle=a + 40)
        art += block(
            swell(spine, 100, lambda t: 0.35 + 0.65 * sin(pi * min(t * 0.9 + 0.1, 1))),
            NIGHT if int(n) % 50 else LEAF,
            width=8,
        ) + gouge(spine[2:-1], 15, SHALLOW)
    for x in (560, 690):
        art += line([(x, 880), (x - 6, 1060)], INK, 40) + line([(x, 880), (x - 6, 1060)], RICE, 22)
        for k in (-80, -20, 50):
            art += line([(x - 6, 1056), (x - 6 + k, 1092)], INK, 30) + line(
                [(x - 6, 1056), (x - 6 + k, 1092)], RICE, 14
            )
    body = points(
        "330,330 420,310 470,420 560,540 740,560 900,560 930,660 860,800 700,900 520,900"
        " 390,800 320,640 300,470"
    )
    art += block(body, "#C8813C", width=11)
    for row in range(5):
        for i in range(4):
            x, y = 350 + i * 42 + row * 9, 460 + row * 62
            art += gouge(bow((x, y), (x + 16, y + 70), -8), 19, INK if i == 3 else "#F0C98A")
    art += block(
        points("500,600 640,590 800,620 900,700 780,780 620,800 510,740"),
        "#9A5428",
        width=9,
    )
    art += _feathers(560, 630, 3, 4, 78, 14, "#B4652F")
    for i in range(5):
        art += gouge(
            bow((470 + i * 70, 830 + 16 * (i % 2)), (540 + i * 66, 862), 14), 14, INK if i % 2 else PAPER
        )
    comb = points("300,300 290,210 330,240 350,170 385,225 425,175 435,240 470,230 450,320 380,330")
    art += block(ring(380, 350, 104, 92, n=16), "#D49A52") + block(comb, LYCHEE, sharp=True)
    art += block([(292, 345), (200, 375), (290, 400)], RICE, sharp=True) + block(
        points("310,400 350,410 345,500 310,510 295,450"), LYCHEE, width=7
    )
    return art + flat(ring(355, 335, 24, 24, n=12), WHITE) + flat(ring(352, 335, 14, 14, n=10), INK)


def goose() -> str:
    """白鹅 by the pond."""
    art = (
        g.disc(900, 270, 150, CORAL)
        + g.hills(560, 150, MOSS, cut=PALE_LEAF, seed=4)
        + g.waves(560, SEA, SHALLOW, rows=4, bottom=960)
    )
    art += flat(points("-40,940 500,910 1240,950 1240,1240 -40,1240"), SPROUT)
    return (
        art
        + goose_alone()
        + "".join(
            long_leaf(x, 1230, 330, 40, a, LEAF, bend=b)
            for x, a, b in (
                (60, -80, 60),
                (120, -100, -50),
                (1010, -76, 70),
                (1080, -98, -60),
                (190, -84, 70),
            )
        )
    )


def goose_alone() -> str:
    """The goose without its pond."""
    art = ""
    for x in (560, 700):
        art += line([(x, 900), (x - 8, 1050)], INK, 46) + line([(x, 900), (x - 8, 1050)], ORANGE, 28)
        art += block(
            [(x - 14, 1020), (x - 130, 1085), (x - 70, 1075), (x - 40, 1100), (x + 20, 1075), (x + 30, 1040)],
            ORANGE,
            sharp=True,
            width=8,
        )
    body = points(
        "300,250 380,200 450,250 450,360 410,500 440,610 560,620 760,580 960,560 1080,500"
        " 1030,690 920,830 740,920 540,910 390,830 320,680 320,520 340,400"
    )
    art += block(body, WHITE, width=12)
    art += block(
        points("480,690 640,650 820,660 1010,610 930,730 800,800 640,820 520,780"),
        "#EFEAD8",
        width=9,
    )
    for row in range(3):
        for i in range(5):
            x, y = 560 + i * 78 + row * 26, 690 + row * 38 - i * 9
            art += gouge(bow((x, y), (x + 66, y - 14), 16), 12, INK if row else "#9FA79A")
    for i in range(5):
        art += gouge(
            bow((470 + i * 66, 840 + 8 * (i % 2)), (530 + i * 62, 870), 14), 11, "#9FA79A" if i % 2 else INK
        )
    for i in range(6):
        art += gouge(bow((420 - i * 3, 400 + i * 40), (400 - i * 2, 440 + i * 40), 6), 10, INK)
    art += block(points("320,245 250,275 170,320 190,350 310,335 345,300"), ORANGE, width=8) + block(
        ring(330, 228, 38, 34, n=12), ORANGE, width=8
    )
    art += (
        stroke((180, 336), (300, 312), bend=6, width=9, colour=INK)
        + flat(ring(386, 268, 17, 17, n=10), INK)
        + flat(ring(381, 263, 6, 6, n=6), WHITE)
    )
    return art


PICTURES = {
    "egg": (eggs, MIST),
    "duck_egg": (duck_eggs, CREAM),
    "chicken": (chicken, "#F3DFB8"),
    "goose": (goose, STRAW),
}
