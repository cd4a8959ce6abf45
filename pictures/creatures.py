"""Poultry, the sea's catch, eggs and honey."""

from math import cos, pi, radians, sin

from pictures import grounds as g
from pictures.carve import block, dots, flat, gouge, line, shade, stroke
from pictures.ink import (
    BARK,
    CORAL,
    CREAM,
    INK,
    LEAF,
    LYCHEE,
    MAUVE,
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
from pictures.plants import leaf, long_leaf, shadow_under
from pictures.shapes import Points, arc, bow, jitter, lens, moved, points, ring, swell, wedge


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


def prawn(x: float, y: float, size: float, angle: float, fill: str) -> str:
    """One curved prawn, its head to the right."""

    def put(points: Points) -> Points:
        return moved(points, x, y, angle=angle, size=size)

    art = ""
    for k in range(3):
        art += line(
            put(
                [
                    (190, -100 + k * 14),
                    (330, -210 + k * 60),
                    (430, -130 + k * 110),
                    (380 - k * 70, 60 + k * 50),
                ]
            ),
            INK,
            7 * size,
        )
    for i in range(6):
        a = radians(200 - i * 26)
        px, py = 10 + 205 * cos(a), 130 - 190 * sin(a)
        art += line(
            put([(px, py), (px * 0.6 + 10, py + 100 * 0.8), (px * 0.6 + 34, py + 116)]), INK, 10 * size
        )
    tail = put(points("-190,170 -300,250 -250,270 -230,330 -180,290 -130,320 -140,200"))
    art += block(tail, CORAL, width=8 * size, sharp=True)
    spine = [(10 + 205 * cos(radians(a)), 130 - 205 * sin(radians(a))) for a in range(200, 20, -15)]
    art += block(swell(put(spine), 190 * size, lambda t: 0.42 + 0.58 * min(1, t * 1.5)), fill, width=9 * size)
    for a in range(180, 60, -24):
        inner = (10 + 118 * cos(radians(a)), 130 - 118 * sin(radians(a)))
        outer = (10 + 294 * cos(radians(a - 6)), 130 - 294 * sin(radians(a - 6)))
        art += gouge(put(bow(inner, outer, 20)), 13 * size, INK) + gouge(
            put([(p + 18, q + 5) for p, q in bow(inner, outer, 20)[3:-1]]), 12 * size, PAPER
        )
    head = put(points("130,-70 220,-110 330,-50 420,-30 330,10 270,90 190,110 120,50"))
    art += (
        block(head, fill, width=9 * size)
        + gouge(put(bow((160, -40), (300, -16), -10)), 15 * size, PAPER)
        + gouge(put(bow((180, 70), (270, 30), 12)), 12 * size, INK)
    )
    return art + flat(put(ring(268, -24, 20, 20, n=10)), INK)


def prawns() -> str:
    """对虾: three prawns on the water."""
    art = g.seigaiha(30, 1200, "#3E8A90", r=120)
    return (
        art
        + prawn(420, 300, 0.98, -8, "#E79A77")
        + prawn(720, 560, 0.98, 14, CORAL)
        + prawn(420, 820, 0.92, -4, "#EBAF90")
    )


def clam(x: float, y: float, size: float, angle: float, fill: str) -> str:
    """One clam shell with its growth rings."""
    shape = points("0,150 -120,120 -220,30 -225,-60 -140,-140 0,-170 140,-140 225,-60 220,30 120,120")
    art = block(moved(shape, x, y, angle=angle, size=size), fill, width=10)
    for k in range(6):
        r = 1 - k * 0.15
        arcs = [(px * r, 130 + (py - 130) * r) for px, py in arc(0, 0, 208, 152, 190, 350, n=12)]
        art += gouge(moved(arcs, x, y, angle=angle, size=size), 17 * size, BARK if k % 2 else PAPER)
    for k in range(-3, 4):
        art += gouge(
            moved(bow((0, 124), (k * 56, -104 + abs(k) * 22), k * 4), x, y, angle=angle, size=size),
            8 * size,
            INK,
        )
    return art


def clams() -> str:
    """沙螺: clams on the wet sand, one of them open."""
    art = g.waves(-20, SHALLOW, PAPER, rows=4, bottom=430) + flat(
        points("-40,380 300,420 620,370 900,425 1240,380 1240,1240 -40,1240"), SAND
    )
    art += gouge(points("-20,400 300,440 620,392 900,445 1220,402"), 26, PAPER) + dots(
        600, 820, 640, 400, 170, 6, "#B98A58", seed=6
    )
    for x, y, s, a, c in (
        (330, 560, 1.02, -14, "#D8B48A"),
        (820, 540, 1.06, 12, "#C59B78"),
        (230, 880, 0.92, 20, "#C59B78"),
        (960, 860, 0.94, -20, "#D8B48A"),
    ):
        art += shadow_under(x, y + 160 * s, 190 * s, 15) + clam(x, y, s, a, c)
    return (
        art
        + shadow_under(600, 1110, 250, 18)
        + clam(600, 760, 1.08, 0, "#D8B48A")
        + open_shell(600, 950, 1.08)
    )


def open_shell(x: float, y: float, size: float) -> str:
    """The inside of a shell and the clam in it."""
    shell = points("0,160 -130,126 -226,30 -214,-56 -120,-96 0,-108 120,-96 214,-56 226,30 130,126")
    art = block(moved(shell, x, y, size=size), WHITE, width=10) + gouge(
        moved(arc(0, 4, 196, 118, 12, 168, n=14), x, y, size=size), 13 * size, MAUVE
    )
    flesh = points("-150,0 -96,-52 0,-66 96,-52 150,0 112,62 40,96 -40,96 -112,62")
    art += block(moved(flesh, x, y, size=size), "#EDB98C", width=7)
    for k in range(-4, 5):
        art += gouge(
            moved(bow((k * 30, -50 + 2.6 * k * k), (k * 22, -8 + 1.4 * k * k), k * 2, n=6), x, y, size=size),
            9 * size,
            INK if k > 1 else PAPER,
        )
    foot = moved(bow((-70, 48), (96, 36), 26), x, y, size=size)
    return (
        art
        + block(swell(foot, 62 * size, lambda t: 0.35 + 0.65 * sin(pi * t) ** 0.6), CORAL, width=6)
        + gouge(foot[2:-3], 11 * size, PAPER)
    )


def crab() -> str:
    """青蟹, claws raised."""
    return g.disc(600, 560, 470, "#F2D9A6", ray=PAPER, count=60) + crab_alone()


def crab_alone() -> str:
    """The crab without its sun."""
    art = ""
    for side in (-1, 1):
        for i, (dx, dy, ex, ey) in enumerate(
            ((400, 40, 500, 250), (400, 150, 470, 370), (360, 250, 400, 470), (300, 320, 300, 530))
        ):
            p, q, r = (
                (600 + side * 250, 640 + i * 36),
                (600 + side * dx, 560 + dy + i * 10),
                (600 + side * ex, 620 + ey),
            )
            art += block(swell([*bow(p, q, side * -18, n=6)], 66, lambda t: 1 - 0.3 * t), SEA, width=8)
            art += block(swell(bow(q, r, side * 14, n=8), 52, wedge), "#2F858A", width=8) + gouge(
                bow(q, r, side * 14)[1:-2], 12, PAPER
            )
        arm = bow((600 + side * 250, 560), (600 + side * 440, 400), side * 40, n=8)
        art += block(swell(arm, 110, lambda _t: 1), SEA, width=9) + gouge(arm[1:-1], 17, PAPER)
        claw = points("0,60 -70,0 -90,-110 -40,-240 40,-300 0,-170 50,-140 120,-260 150,-120 110,10 60,70")
        pts = moved([(side * px, py) for px, py in claw], 600 + side * 430, 400, angle=side * -8)
        art += block(pts, "#2F858A", width=10) + gouge(
            moved(
                [(side * px, py) for px, py in bow((-50, 0), (-30, -200), -20)],
                600 + side * 430,
                400,
                angle=side * -8,
            ),
            24,
            PAPER,
        )
        art += gouge(
            moved(
                [(side * px, py) for px, py in bow((100, -10), (128, -170), 10)],
                600 + side * 430,
                400,
                angle=side * -8,
            ),
            16,
            CORAL,
        )
    shell = points(
        "600,450 740,455 860,520 960,610 870,740 740,830 600,850 460,830 330,740 240,610 340,520 460,455"
    )
    art += block(shell, SEA, width=12) + shade(600, 640, 330, 195, towards=70, rows=4, span=90, width=20)
    for k in range(-4, 5):
        if k:
            art += stroke((600 + k * 66, 520 + abs(k) * 20), (600 + k * 58, 560 + abs(k) * 20), width=17)
    art += (
        stroke((470, 560), (540, 700), bend=-30, width=17)
        + stroke((730, 560), (660, 700), bend=30, width=17)
        + stroke((545, 640), (655, 640), bend=-10, width=15)
        + dots(600, 600, 230, 90, 24, 6, SHALLOW)
    )
    for side in (-1, 1):
        art += (
            line([(600 + side * 66, 470), (600 + side * 80, 405)], INK, 24)
            + block(ring(600 + side * 82, 395, 28, 28, n=10), INK)
            + flat(ring(600 + side * 76, 386, 9, 9, n=6), WHITE)
        )
    return art


def fish(x: float, y: float, size: float, fill: str, *, flip: int = 1) -> str:
    """One tilapia in side view."""

    def put(points: Points) -> Points:
        return moved([(px * flip, py) for px, py in points], x, y, size=size)

    art = block(
        put(points("300,-20 440,-150 480,-130 450,0 480,140 440,150 300,40")),
        fill,
        width=9,
    )
    fin = "#5F7F7A"
    art += block(put(points("-160,-160 -80,-250 120,-245 290,-120 240,-70 0,-130")), fin, width=9)
    for k in range(9):
        art += gouge(
            put(bow((-130 + k * 42, -150 + k * 7), (-104 + k * 44, -226 + k * 12), 4)), 12 * size, PAPER
        )
    art += block(put([(40, 150), (130, 230), (220, 190), (230, 100)]), fin, width=9) + block(
        put([(-120, 150), (-60, 250), (20, 180)]), fin, width=9
    )
    body = points(
        "-430,10 -360,-80 -220,-160 -40,-185 160,-130 320,-30 320,40 160,130 -40,180 -220,160 -360,90"
    )
    art += block(put(body), fill, width=11)
    for row in range(-3, 4):
        for i in range(9):
            px, py = -170 + i * 52 + (row % 2) * 26, row * 40
            if (px / 330) ** 2 + (py / 165) ** 2 < 0.86:
                art += gouge(
                    put(arc(px - 26, py, 26, 24, -70, 70, n=8)), 11 * size, INK if row > 0 else PAPER
                )
    art += gouge(put(arc(-330, 0, 130, 140, -60, 60, n=10)), 17 * size, INK)
    art += block(put(points("-150,30 -40,10 0,60 -60,110 -130,80")), fin, width=8)
    art += flat(put(ring(-330, -40, 34, 34, n=12)), WHITE) + flat(put(ring(-332, -40, 20, 20, n=10)), INK)
    return art + gouge(put(bow((-424, 24), (-350, 40), 8)), 13 * size, INK)


def tilapia() -> str:
    """罗非鱼: two fish in the pond."""
    art = g.waves(-30, SEA, SHALLOW, rows=8)
    art += fish(590, 400, 1.0, "#A9BDB0") + fish(620, 840, 1.0, "#C9B3A0", flip=-1)
    return art + "".join(
        flat(ring(150 + i * 40, 160 + 60 * jitter(i, 2), 16 + 6 * (i % 2), 16, n=10), PAPER) for i in range(4)
    )


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
    "egg": (eggs, MIST),
    "duck_egg": (duck_eggs, CREAM),
    "chicken": (chicken, "#F3DFB8"),
    "goose": (goose, STRAW),
    "prawn": (prawns, SEA),
    "sand_clam": (clams, SHALLOW),
    "crab": (crab, CORAL),
    "tilapia": (tilapia, SEA),
    "honey": (honey, "#C98A2E"),
}
