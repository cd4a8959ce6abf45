"""More of the catch: groupers, mackerel, carp, squid, oysters, lobster, mantis shrimps."""

from math import cos, pi, radians, sin

from pictures import grounds as g
from pictures.carve import block, dots, flat, gouge, line, shade, stroke
from pictures.ink import (
    CLAY,
    CORAL,
    INK,
    LEAF,
    MAUVE,
    MIST,
    NIGHT,
    PALE_LEAF,
    PAPER,
    ROSE,
    SAND,
    SEA,
    SHALLOW,
    STRAW,
    WHITE,
)
from pictures.plants import long_leaf, shadow_under
from pictures.shapes import Points, arc, bow, jitter, moved, points, ring, swell, wedge


def _eye(put: object, x: float, y: float, r: float) -> str:
    return flat(put(ring(x, y, r, r, n=12)), WHITE) + flat(put(ring(x - 2, y, r * 0.58, r * 0.58, n=10)), INK)  # type: ignore[operator]


def _grouper(x: float, y: float, size: float) -> str:
    def put(shape: Points) -> Points:
        return moved(shape, x, y, size=size)

    skin, fin = "#B98A5E", "#8A5E3C"
    tail = points("330,-60 470,-110 520,0 470,110 330,60")
    art = block(put(tail), fin, width=10)
    for k in range(-3, 4):
        art += gouge(put(bow((350, k * 13), (490, k * 28))), 12 * size, STRAW)
    dorsal = points(
        "-220,-190 -170,-290 -110,-230 -60,-310 0,-240 60,-310 110,-230 190,-280 300,-130 200,-100"
    )
    art += block(put(dorsal), fin, width=10, sharp=True)
    for k in range(7):
        art += gouge(
            put(bow((-170 + k * 66, -180 + k * 8), (-150 + k * 66, -266 + k * 12), 4)), 12 * size, STRAW
        )
    art += block(put(points("20,190 110,280 230,230 220,120")), fin, width=9) + block(
        put(points("-190,190 -150,310 -50,250 -60,190")), fin, width=9
    )
    body = points(
        "-470,40 -430,-60 -330,-160 -160,-225 40,-215 220,-130 350,-50 350,50 220,130 40,205 -180,215 -340,170 -430,110 -380,80"
    )
    art += block(put(body), skin, width=12)
    art += shade(x, y + 10 * size, 400 * size, 200 * size, towards=70, rows=3, span=80, width=16 * size)
    for i in range(46):
        r = ((i + 0.5) / 46) ** 0.5
        px, py = -10 + 320 * r * cos(i * 2.4), -10 + 170 * r * sin(i * 2.4)
        if px > -250:
            wide = 24 + 7 * jitter(i, 3)
            art += flat(
                put(ring(px, py, wide, wide * 0.86, n=9, uneven=0.12, seed=i)), CLAY if i % 2 else "#6B4428"
            )
            art += flat(put(ring(px - 5, py - 5, wide * 0.4, wide * 0.3, n=7)), "#E6C49A")
    art += gouge(put(arc(-290, 0, 100, 170, -66, 66, n=12)), 18 * size, INK)
    art += block(put(points("-180,30 -60,-10 -20,60 -80,130 -160,100")), fin, width=9)
    for k in range(4):
        art += gouge(put(bow((-150, 50 + k * 10), (-50, 20 + k * 28), 4)), 10 * size, STRAW)
    art += gouge(put(bow((-466, 44), (-330, 62), 20)), 18 * size, INK)
    return art + _eye(put, -330, -60, 40)


def grouper() -> str:
    """石斑鱼 over the reef."""
    art = g.waves(-30, SEA, SHALLOW, rows=5, bottom=900)
    art += flat(
        points("-40,930 160,860 330,940 520,880 700,950 900,870 1080,940 1240,890 1240,1240 -40,1240"), NIGHT
    )
    for x, c in ((120, CORAL), (300, ROSE), (980, CORAL), (1110, ROSE)):
        for k in (-34, -10, 14, 38):
            end = (x + k * 2.4, 900 - 150 + abs(k) * 1.4)
            art += block(swell(bow((x, 1010), end, k * 0.5, n=10), 46, lambda t: 1 - 0.3 * t), c, width=7)
            art += dots(end[0], end[1], 16, 14, 4, 5, PAPER)
    for i in range(20):
        art += stroke(
            (40 + i * 60, 1030 + 90 * abs(jitter(i, 5))),
            (90 + i * 60, 1034 + 90 * abs(jitter(i, 5))),
            bend=6,
            width=9,
            colour=SHALLOW,
        )
    art += "".join(
        flat(ring(110 + i * 34, 250 - i * 50, 15 + 4 * (i % 2), 15, n=10), PAPER) for i in range(4)
    )
    return art + _grouper(610, 520, 1.08)


def _mackerel(x: float, y: float, size: float, angle: float) -> str:
    def put(shape: Points) -> Points:
        return moved(shape, x, y, angle=angle, size=size)

    art = block(put(points("410,0 560,-150 590,-140 490,0 590,140 560,150")), "#3F5E6A", width=9)
    art += block(put(points("-60,-96 10,-180 60,-100")), "#3F5E6A", width=8) + block(
        put(points("-20,96 40,170 80,94")), "#3F5E6A", width=8
    )
    for k in range(6):
        for side in (-1, 1):
            fx = 150 + k * 46
            half = 86 * (1 - (fx / 470) ** 2) + 14
            art += block(
                put([(fx, side * half), (fx + 30, side * (half + 34)), (fx + 36, side * (half - 6))]),
                "#3F5E6A",
                width=5,
            )
    spine = bow((-500, 0), (450, 0), 0, n=24)
    body = swell(spine, 230, lambda t: max(sin(pi * min(t * 0.86 + 0.035, 1)), 0) ** 0.72)
    art += block(put(body), "#DDE3DC", width=11)
    back = [(px, py) for px, py in body if py <= 0]
    art += flat(put([*back, (300, -8), (0, -26), (-300, -20), (-470, 0)]), "#3F6E7A")
    for k in range(15):
        px = -290 + k * 46
        half = 112 * max(sin(pi * min((px + 500) / 950 * 0.86 + 0.035, 1)), 0) ** 0.72
        art += gouge(put(bow((px, -half + 8), (px + 18, -18), 12)), 16 * size, INK)
        art += flat(put(ring(px + 10, 24 + 14 * jitter(k, 3), 12, 10, n=8)), "#6E8A8A")
    art += gouge(put(bow((-250, -6), (400, -4), 6)), 9 * size, INK) + gouge(
        put(bow((-400, 50), (200, 70), 16)), 14 * size, WHITE
    )
    art += gouge(put(arc(-360, 0, 60, 96, -64, 64, n=10)), 13 * size, INK) + gouge(
        put(bow((-494, 14), (-410, 30), 8)), 13 * size, INK
    )
    return art + _eye(put, -412, -24, 26)


def mackerel() -> str:
    """马鲛鱼: two as they lie on ice."""
    art = ""
    for row in range(8):
        for k in range(8):
            x, y = k * 170 + (row % 2) * 85 - 20, row * 160 + 20
            cube = [
                (x, y),
                (x + 100, y - 34 + 20 * jitter(k, row)),
                (x + 150, y + 50),
                (x + 60, y + 104 + 16 * jitter(row, k)),
                (x - 10, y + 66),
            ]
            art += block(
                cube, ("#E6F0EC", "#CFE3E0", "#F4F8F2")[(row + k) % 3], sharp=True, width=5, line="#8FB3B0"
            )
            art += stroke((x + 24, y + 24), (x + 74, y + 8), width=9, colour=WHITE)
    art += shadow_under(600, 540, 480, 20, "#5E8A8E") + _mackerel(580, 390, 1.02, 10)
    art += shadow_under(600, 930, 480, 20, "#5E8A8E") + _mackerel(600, 790, 1.02, -8)
    return art


def _carp(x: float, y: float, size: float, flip: int) -> str:
    def put(shape: Points) -> Points:
        return moved([(px * flip, py) for px, py in shape], x, y, size=size)

    skin, fin = "#8F9A62", "#5E6B44"
    art = block(put(points("380,-20 540,-150 570,-130 500,0 570,140 540,160 380,40")), fin, width=9)
    for k in (-3, -2, -1, 1, 2, 3):
        art += gouge(put(bow((400, k * 9), (530, k * 40))), 10 * size, PALE_LEAF)
    art += block(put(points("-40,-140 30,-240 110,-210 150,-130")), fin, width=9) + block(
        put(points("-30,150 20,240 100,220 90,140")), fin, width=9
    )
    art += block(put(points("200,120 270,200 320,170 300,90")), fin, width=8)
    spine = bow((-500, 0), (420, 0), 0, n=24)
    body = swell(spine, 330, lambda t: max(sin(pi * min(t * 0.88 + 0.05, 1)), 0) ** 0.62)
    art += block(put(body), skin, width=12)
    art += flat(
        put([(-430, 40), (-300, 110), (-100, 150), (150, 128), (360, 50), (200, 70), (-60, 96), (-260, 70)]),
        "#E3DDB4",
    )
    for row in range(-3, 4):
        for k in range(13):
            px, py = -270 + k * 50 + (row % 2) * 25, row * 42
            if ((px - 20) / 400) ** 2 + (py / 148) ** 2 < 0.92:
                art += gouge(
                    put(arc(px - 22, py, 26, 25, -76, 76, n=8)), 10 * size, INK if row > -1 else PALE_LEAF
                )
    art += gouge(put(arc(-380, 0, 90, 130, -62, 62, n=12)), 17 * size, INK)
    art += block(put(points("-260,60 -150,60 -110,130 -190,160 -250,120")), fin, width=8)
    art += gouge(put(bow((-496, 24), (-420, 40), 10)), 14 * size, INK)
    return art + _eye(put, -412, -34, 30)


def carp() -> str:
    """草鱼 among water grass."""
    art = g.waves(-30, "#4F8A7A", PALE_LEAF, rows=8)
    for x, a in ((90, -84), (150, -98), (1060, -82), (1120, -96), (980, -92)):
        art += long_leaf(x, 1230, 620, 52, a, LEAF, bend=90 if a > -90 else -90)
    art += _carp(600, 400, 1.0, 1) + _carp(600, 830, 0.96, -1)
    return art + "".join(
        flat(ring(140 + i * 36, 200 - i * 34, 15 + 5 * (i % 2), 15, n=10), PAPER) for i in range(4)
    )


def squid() -> str:
    """鱿鱼: two, speckled, arms trailing."""
    art = g.seigaiha(40, 1190, "#3E6A74", r=120) + g.disc(880, 240, 130, "#F0DDA6", ray="#8FB3B0", count=36)
    return art + _squid(380, 560, 0.98, -100) + _squid(800, 640, 0.9, -74)


def _squid(x: float, y: float, size: float, angle: float) -> str:
    """One squid; its mantle points along the angle."""

    def put(shape: Points) -> Points:
        return moved(shape, x, y, angle=angle, size=size)

    art = ""
    for k in range(-4, 5):
        n = 300 + 60 * (4 - abs(k)) * 0.4
        spine = [
            (-150 - n * t, k * 24 + k * 16 * t + 26 * sin(5 * t + k) * t) for t in (i / 14 for i in range(15))
        ]
        art += block(put(swell(spine, 44, lambda t: 1 - 0.8 * t)), ROSE if k % 2 else "#E9C3B4", width=7)
        for q in range(2, 13, 2):
            art += flat(put(ring(spine[q][0], spine[q][1], 7, 7, n=7)), WHITE)
    for side in (-1, 1):
        spine = [(-150 - 480 * t, side * (120 + 60 * t - 90 * t * t)) for t in (i / 14 for i in range(15))]
        art += block(put(swell(spine, 30, lambda t: 0.7 + 1.4 * max(t - 0.7, 0))), ROSE, width=7)
    art += block(
        put(points("330,0 300,-120 250,-220 400,-170 500,-60 520,0 500,60 400,170 250,220 300,120")),
        "#E2A596",
        width=10,
    )
    mantle = swell(bow((-90, 0), (520, 0), 0, n=20), 280, lambda t: (1 - t**3.2) ** 0.8 * (0.9 + 0.1 * t))
    art += block(put(mantle), "#F0CDBE", width=11)
    for i in range(46):
        r = ((i + 0.5) / 46) ** 0.5
        px, py = 150 + 250 * r * cos(i * 2.4), 104 * r * sin(i * 2.4)
        art += flat(put(ring(px, py, 12 + 5 * jitter(i, 2), 9, n=7, seed=i)), CLAY if py > -30 else "#D98A74")
    for off in (70, 92, 110):
        art += gouge(put(bow((-60, off), (330, off * 0.7), 12)), 13 * size, INK)
    art += gouge(put(bow((-40, -86), (300, -70), -12)), 22 * size, WHITE)
    art += block(put(points("-70,-110 -140,-96 -190,-60 -190,60 -140,96 -70,110 -90,0")), "#E9B9A8", width=10)
    return art + _eye(put, -138, -98, 19) + _eye(put, -138, 98, 19)


def _oyster(x: float, y: float, size: float, angle: float) -> str:
    """One on the half shell, its hinge at the left."""

    def put(shape: Points) -> Points:
        return moved(shape, x, y, angle=angle, size=size)

    shell = points(
        "-330,20 -250,-70 -190,-80 -120,-150 -40,-150 20,-205 120,-190 190,-215 270,-130 320,-110 330,0"
        " 350,70 270,140 230,200 110,190 30,220 -60,160 -150,150 -210,90 -290,80"
    )
    art = block(put(shell), "#7E8680", width=12)
    for r, colour, width in ((0.94, "#D5DACE", 13), (0.87, INK, 8), (0.82, "#D5DACE", 9)):
        art += line(put([(px * r, py * r) for px, py in (*shell, shell[0])]), colour, width * size)
    inner = points("-240,14 -170,-60 -60,-110 60,-140 180,-130 250,-50 256,50 190,120 60,146 -70,120 -180,80")
    art += block(put(inner), WHITE, width=8)
    flesh = points("-190,14 -110,-56 0,-88 120,-86 190,-20 180,60 90,102 -30,94 -130,64")
    art += block(put(flesh), "#E3D4AE", width=8)
    frill = points(
        "-150,40 -100,70 -60,62 -20,92 30,82 70,104 110,76 150,78 160,34 194,10 166,-28 160,-62 110,-64 84,-92"
    )
    art += line(put(frill), "#5B5248", 15 * size) + line(put(frill), "#A89A84", 5 * size)
    art += gouge(put(bow((-120, -14), (80, -52), -14)), 24 * size, WHITE)
    art += gouge(put(bow((-60, 24), (90, 20), 16)), 13 * size, "#B9A680")
    return art + block(put(ring(-150, -40, 24, 19, n=10)), MAUVE, width=5)


def oysters() -> str:
    """生蚝: three on the half shell, on weed."""
    art = g.disc(600, 600, 500, "#3E8A90")
    for i in range(14):
        a = radians(i * 25.7)
        start = (600 + 200 * cos(a), 620 + 200 * sin(a))
        art += long_leaf(*start, 370, 74, i * 25.7, LEAF if i % 2 else "#3F7F52", bend=60)
    for x, y, s, a in ((560, 320, 1.02, -12), (690, 640, 1.08, 14), (500, 930, 1.0, -8)):
        art += shadow_under(x + 10, y + 205 * s, 290 * s, 18, NIGHT) + _oyster(x, y, s, a)
    return art


def lobster() -> str:
    """青龙虾 from above, feelers wide, tail spread."""
    shell, dark, pale = "#2F7A6B", "#245A52", "#8FC4A8"
    art = g.disc(600, 600, 480, "#F2D9A6", ray=PAPER, count=56)
    for side in (-1, 1):
        feeler = [
            (600 + side * 66, 330),
            (600 + side * 190, 150),
            (600 + side * 420, 120),
            (600 + side * 500, 330),
            (600 + side * 470, 620),
        ]
        art += line(feeler, INK, 28) + line(feeler, CORAL, 14)
        for k in range(4):
            y = 460 + k * 56
            leg = bow((600 + side * 110, y), (600 + side * (360 - k * 14), y + 60 + k * 46), side * -44, n=10)
            art += block(swell(leg, 40, lambda t: 1 - 0.62 * t), CORAL if k % 2 else "#E58A5A", width=7)
    for a in (-56, -28, 0, 28, 56):
        art += block(
            moved(
                swell(bow((0, 0), (210, 0), 0, n=10), 120, lambda t: min(1, 0.4 + t) * (1 - t**7)),
                600,
                960,
                angle=90 + a,
            ),
            dark,
            width=9,
        )
        art += gouge(moved(bow((50, 0), (180, 0)), 600, 960, angle=90 + a), 13, pale)
    for k in range(6):
        y = 980 - k * 62
        w = 190 + k * 15
        art += block(
            points(
                f"{600 - w / 2},{y - 62} {600 + w / 2},{y - 62} {600 + w / 2 + 16},{y + 14} 600,{y + 30} {600 - w / 2 - 16},{y + 14}"
            ),
            shell if k % 2 else dark,
            width=9,
        )
        art += gouge(bow((600 - w * 0.36, y - 14), (600 + w * 0.36, y - 14), 16), 14, pale) + dots(
            600, y - 34, w * 0.36, 14, 7, 6, STRAW
        )
    head = points("600,250 690,290 750,400 770,540 730,660 600,690 470,660 430,540 450,400 510,290")
    art += block(head, shell, width=12) + shade(600, 480, 164, 210, towards=30, rows=3, span=90, width=16)
    art += gouge(bow((540, 320), (510, 600), -16), 20, pale) + dots(600, 500, 100, 150, 24, 8, STRAW, seed=5)
    for side in (-1, 1):
        horn = [
            (600 + side * 40, 300),
            (600 + side * 30, 250),
            (600 + side * 70, 190),
            (600 + side * 84, 300),
        ]
        art += block(horn, CORAL, sharp=True, width=8)
        art += line([(600 + side * 78, 330), (600 + side * 112, 280)], INK, 20) + block(
            ring(600 + side * 116, 272, 24, 24, n=10), INK
        )
        art += flat(ring(600 + side * 110, 264, 8, 8, n=6), WHITE)
        inner = [(600 + side * 30, 270), (600 + side * 70, 120), (600 + side * 40, 50)]
        art += line(inner, INK, 13)
    return art


def _mantis(x: float, y: float, size: float, angle: float, fill: str) -> str:
    def put(shape: Points) -> Points:
        return moved(shape, x, y, angle=angle, size=size)

    art = ""
    for side in (-1, 1):
        for k in range(8):
            px = -130 + k * 62
            art += line(put([(px, side * 70), (px - 16, side * 134), (px + 12, side * 160)]), INK, 11 * size)
        for k in range(2):
            art += line(
                put([(-330, side * 20), (-450, side * (80 + k * 50)), (-560, side * (60 + k * 90))]),
                INK,
                8 * size,
            )
        claw = bow((-230, side * 60), (-400, side * 150), side * 30, n=8)
        art += block(put(swell(claw, 56, lambda t: 1 - 0.2 * t)), "#C9A27A", width=8)
        jaw = bow((-404, side * 150), (-250, side * 190), side * -26, n=8)
        art += block(put(swell(jaw, 40, wedge)), CORAL, width=7)
    tail = points("390,-70 520,-140 560,-90 500,-50 590,-40 590,40 500,50 560,90 520,140 390,70")
    art += block(put(tail), "#B97A5A", width=9, sharp=True)
    for k in range(9):
        px = 380 - k * 60
        w = 178 - abs(k - 2) * 4
        seg = [
            (px - 40, -w / 2),
            (px + 30, -w / 2 + 8),
            (px + 38, 0),
            (px + 30, w / 2 - 8),
            (px - 40, w / 2),
            (px - 28, 0),
        ]
        art += block(put(seg), fill if k % 2 else "#D9C09A", width=8)
        for off in (-46, 0, 46):
            art += gouge(
                put(bow((px - 24, off), (px + 26, off * 0.94))), 11 * size, PAPER if off < 20 else INK
            )
    head = points("-130,-80 -230,-74 -320,-40 -350,0 -320,40 -230,74 -130,80 -150,0")
    art += block(put(head), fill, width=10) + gouge(put(bow((-160, -34), (-290, -16), -6)), 14 * size, PAPER)
    for side in (-1, 1):
        art += block(put(ring(-352, side * 34, 30, 24, n=10)), SEA, width=7) + flat(
            put(ring(-358, side * 30, 8, 8, n=6)), WHITE
        )
        art += flat(put(ring(470, side * 62, 15, 13, n=8)), INK)
    return art


def mantis_shrimp() -> str:
    """濑尿虾: three laid side by side on a leaf."""
    art = g.waves(-30, SHALLOW, PAPER, rows=7)
    art += block(
        swell(bow((40, 1010), (1160, 190), 60, n=20), 760, lambda t: max(sin(pi * t), 0) ** 0.6),
        LEAF,
        width=11,
    )
    art += gouge(bow((80, 980), (1120, 220), 56), 22, PALE_LEAF, wedge)
    for k in range(7):
        t = 0.14 + k * 0.12
        x, y = 40 + 1120 * t, 1010 - 820 * t + 40
        art += stroke((x, y), (x + 60, y - 240), bend=24, width=12, colour=PALE_LEAF) + stroke(
            (x, y), (x + 230, y + 60), bend=-24, width=11, colour=INK
        )
    for x, y, a, c in ((540, 330, -32, "#C9AE86"), (620, 590, -38, "#BFA07A"), (690, 860, -34, "#CDB48E")):
        art += _mantis(x, y, 0.82, a, c)
    return art


PICTURES = {
    "grouper": (grouper, SEA),
    "mackerel": (mackerel, MIST),
    "carp": (carp, "#4F8A7A"),
    "squid": (squid, "#2A5560"),
    "oyster": (oysters, SEA),
    "lobster": (lobster, CLAY),
    "mantis_shrimp": (mantis_shrimp, SAND),
}
