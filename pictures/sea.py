"""The sea's catch and the pond's: prawns, clams, crab, fish."""

from math import cos, pi, radians, sin

from pictures import grounds as g
from pictures.carve import block, dots, flat, gouge, line, shade, stroke
from pictures.ink import BARK, CORAL, INK, MAUVE, PAPER, SAND, SEA, SHALLOW, WHITE
from pictures.plants import shadow_under
from pictures.shapes import Points, arc, bow, jitter, moved, points, ring, swell, wedge


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


PICTURES = {
    "prawn": (prawns, SEA),
    "sand_clam": (clams, SHALLOW),
    "crab": (crab, CORAL),
    "tilapia": (tilapia, SEA),
}
