"""What hangs from a trellis: gourds, cucumbers, eggplants, okra."""

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
    SAND,
    SHALLOW,
    STRAW,
    WHITE,
)
from pictures.plants import heart_leaf, shadow_under, stem
from pictures.shapes import bow, jitter, moved, pod, points, ring, swell


def vine_leaf(x: float, y: float, size: float, angle: float, fill: str) -> str:
    """A five-pointed leaf, as gourds have; its stalk at the origin."""
    shape = points(
        "0,0 -50,-70 -30,-170 60,-130 110,-230 170,-130 300,-120 240,-30 340,40 220,70 190,180 90,120 -10,170 -30,70"
    )
    art = block(moved(shape, x, y, angle=angle, size=size), fill, width=8)
    for ex, ey in ((100, -190), (270, -90), (300, 36), (170, 140), (0, -120), (10, 120)):
        colour = PAPER if ey < 20 else INK
        art += gouge(moved(bow((10, 0), (ex, ey), 8), x, y, angle=angle, size=size), 13 * size, colour)
    return art


def flower(x: float, y: float, size: float) -> str:
    """A yellow gourd flower."""
    art = ""
    for k in range(5):
        petal = moved(
            swell(bow((0, 0), (110, 0), 8), 92, lambda t: sin(pi * t) ** 0.6), x, y, angle=k * 72, size=size
        )
        art += block(petal, RICE, width=6)
        art += gouge(moved(bow((14, 0), (84, 0)), x, y, angle=k * 72, size=size), 9 * size, BARK)
    return art + flat(ring(x, y, 20 * size, 20 * size, n=10), "#C98A2E")


def rail(y: float) -> str:
    """A bamboo pole across the sheet."""
    art = block(
        [(-20, y - 26), (1220, y - 34), (1220, y + 20), (-20, y + 28)], "#C9AE62", sharp=True, width=8
    )
    for x in (180, 520, 860, 1120):
        art += stroke((x, y - 34), (x + 4, y + 30), bend=6, width=16, colour=INK)
        art += stroke((x + 18, y - 28), (x + 20, y + 22), bend=6, width=9, colour=PAPER)
    return art + stroke((30, y - 12), (1170, y - 20), width=9)


def tendril(x: float, y: float) -> str:
    """A curl that looks for a hold."""
    return line(
        [
            (x, y),
            (x + 40, y + 60),
            (x + 10, y + 100),
            (x + 60, y + 130),
            (x + 50, y + 180),
            (x + 84, y + 170),
        ],
        INK,
        8,
    )


def bitter_melon() -> str:
    """苦瓜: two on the vine, warted in rows."""
    art = rail(130) + vine_leaf(200, 260, 1.05, 160, LEAF) + vine_leaf(980, 210, 1.0, 20, MOSS)
    art += vine_leaf(560, 180, 0.9, 250, MOSS) + tendril(930, 160) + flower(1010, 560, 1.0)
    for a, b, bend, w, fill in (
        ((400, 300), (330, 1070), 40, 250, "#8FBF5F"),
        ((740, 260), (790, 940), -36, 236, "#6FA64E"),
    ):
        art += stem((a[0] + 20, 120), (a[0], a[1] + 20), 22, MOSS)
        spine = bow(a, b, bend, n=34)
        art += block(
            swell(spine, w, lambda t: max(sin(pi * t**0.86), 0) ** 0.62 * (1 + 0.055 * sin(62 * t))),
            fill,
            width=11,
        )
        for row, off in enumerate((-0.3, -0.15, 0.0, 0.15, 0.3)):
            for k in range(3 + row % 2, 31, 2):
                x, y = spine[k]
                fit = max(sin(pi * (k / 33) ** 0.86), 0) ** 0.62
                px = x + off * w * fit
                art += flat(
                    ring(px, y, 17 * fit, 21 * fit, n=8, uneven=0.14, seed=k), "#C9DE92" if off < 0.1 else INK
                )
                art += flat(ring(px + 5, y + 5, 12 * fit, 16 * fit, n=8, seed=k), fill)
    return art


def cucumber() -> str:
    """青瓜: three on a tray with a few slices."""
    art = (
        g.tray(600, 640, 530, squash=0.92, fill=STRAW)
        + vine_leaf(280, 300, 0.8, 190, LEAF)
        + flower(960, 300, 0.9)
    )
    for a, b, bend, fill in (
        ((240, 560), (900, 330), 40, "#4F8449"),
        ((270, 740), (980, 520), 34, "#5E9350"),
        ((330, 900), (900, 700), 30, "#467A45"),
    ):
        art += shadow_under((a[0] + b[0]) / 2 + 10, (a[1] + b[1]) / 2 + 110, 260, 16)
        spine = bow(a, b, bend, n=20)
        art += block(swell(spine, 150, pod), fill, width=10)
        for off, colour, width in ((-34, PALE_LEAF, 15), (-6, "#8DB35F", 10), (36, INK, 14)):
            art += gouge([(x + off * 0.3, y + off) for x, y in spine[2:-2]], width, colour)
        for k in range(3, 18, 2):
            x, y = spine[k]
            art += flat(ring(x + 16 * jitter(k, 2), y - 12 + 34 * jitter(k, 5), 9, 9, n=6), PAPER)
    for x, y in ((720, 980), (560, 1010), (860, 900)):
        art += block(ring(x, y, 104, 96, n=18), "#4F8449", width=9) + flat(
            ring(x - 2, y, 86, 78, n=18), "#E6EFC4"
        )
        for k in range(9):
            art += flat(moved(ring(44, 0, 17, 7, n=8), x, y, angle=k * 40), "#A9BF72")
    return art


def luffa() -> str:
    """丝瓜: ridged, hanging straight from the pole."""
    art = g.sky_lines(180, 1100, "#D9B8A0", rows=14) + rail(120)
    art += (
        vine_leaf(280, 200, 1.0, 150, MOSS)
        + vine_leaf(960, 190, 1.0, 30, LEAF)
        + vine_leaf(610, 150, 0.8, 260, LEAF)
    )
    art += flower(1010, 520, 1.1) + tendril(140, 170) + flower(190, 640, 0.9)
    for x, foot, w, fill in (
        (380, 1010, 170, "#5E9350"),
        (600, 1110, 186, "#4F8449"),
        (810, 960, 168, "#6FA050"),
    ):
        art += stem((x + 8, 110), (x, 300), 20, MOSS)
        spine = bow((x, 250), (x - 12, foot), 12, n=24)
        art += block(swell(spine, w, lambda t: min(1, 0.34 + t * 1.1) * (1 - t**9) ** 0.8), fill, width=10)
        for off, colour, width in (
            (-0.3, PALE_LEAF, 15),
            (-0.12, INK, 11),
            (0.06, PALE_LEAF, 14),
            (0.2, INK, 13),
            (0.34, INK, 10),
        ):
            art += gouge(
                [(px + off * w * min(1, 0.4 + i / 16), py) for i, (px, py) in enumerate(spine[1:-2])],
                width,
                colour,
            )
        art += block(ring(x - 12, foot - 4, 17, 12, n=8), BARK, width=5)
    return art


def hairy_gourd() -> str:
    """节瓜: downy, one cut across."""
    art = g.lattice("#E6CDA0") + g.table(760, "#8E5A36", "#BE8656") + heart_leaf(820, 300, 1.0, 210, LEAF)
    for a, b, bend, w, fill in (
        ((190, 640), (830, 380), 26, 290, "#6E9C58"),
        ((330, 940), (1000, 760), 20, 300, "#83AE66"),
    ):
        art += shadow_under((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + w * 0.52, 330, 26)
        spine = bow(a, b, bend, n=18)
        art += block(
            swell(spine, w, lambda t: max(sin(pi * min(max(t, 0.02), 0.98)), 0) ** 0.3), fill, width=11
        )
        for k in (0.26, 0.34, 0.41):
            art += gouge([(x + w * k * 0.3, y + w * k * 0.9) for x, y in spine[2:-2]], 14, INK)
        for i in range(90):
            x, y = spine[2 + i % 14]
            off, way = 0.36 * jitter(i, 4), jitter(i, 9) * 24
            px, py = x + way + off * w * 0.3, y + off * w
            art += stroke((px, py), (px + 13, py - 17), width=6, colour=PAPER if i % 3 else "#C9DE92")
        art += stem(b, (b[0] + 70, b[1] - 90), 34, MOSS)
    art += shadow_under(300, 1110, 170, 16) + block(ring(290, 980, 160, 150, n=20), "#6E9C58", width=11)
    art += flat(ring(288, 980, 138, 128, n=20), "#EEF3DA") + dots(288, 980, 66, 60, 16, 9, "#D9C98A", seed=4)
    return art


def eggplant() -> str:
    """茄子: long ones, and a round one behind."""
    art = g.disc(300, 300, 200, "#F6E8C6", ray=CREAM) + shadow_under(600, 1080, 420, 34)
    skin = "#4B2A52"

    def calyx(x: float, y: float, size: float, angle: float) -> str:
        cap = points("-10,-60 90,-96 60,-46 150,-30 80,0 150,40 60,44 84,100 -10,60 -60,30 -60,-30")
        stalk = [(-40, -22), (-190, -34), (-200, 16), (-40, 24)]
        return block(moved(stalk, x, y, angle=angle, size=size), MOSS, width=8) + block(
            moved(cap, x, y, angle=angle, size=size), "#5E9350", width=8
        )

    art += block(ring(880, 480, 215, 240, n=20), "#5A3462", width=11)
    art += shade(880, 480, 215, 240, towards=40, rows=4, span=100, width=19)
    art += gouge(bow((770, 350), (730, 540), -40), 40, "#C9A3C4") + calyx(888, 262, 1.1, 82)
    for a, b, bend, w in (
        ((330, 300), (250, 1040), 70, 190),
        ((560, 330), (620, 1080), -60, 200),
        ((830, 780), (1060, 1050), -70, 170),
    ):
        spine = bow(a, b, bend, n=22)
        art += block(swell(spine, w, lambda t: min(1, 0.5 + t * 0.9) * (1 - t**6) ** 0.7), skin, width=11)
        art += gouge([(x - w * 0.24, y) for x, y in spine[3:-5]], 26, "#B98DB8")
        art += gouge([(x + w * 0.24, y) for x, y in spine[3:-3]], 15, INK) + gouge(
            [(x + w * 0.34, y) for x, y in spine[5:-5]], 10, INK
        )
    return art + calyx(336, 300, 1.0, 98) + calyx(556, 330, 1.0, 84) + calyx(832, 780, 0.9, 46)


def _okra(x: float, y: float, size: float, angle: float, fill: str) -> str:
    spine = moved(bow((-260, 0), (300, 0), 26, n=18), x, y, angle=angle, size=size)
    art = block(swell(spine, 130 * size, lambda t: min(1, 0.7 + t) * (1 - t**2.2) ** 0.9), fill, width=9)
    for off, colour in ((-24, PALE_LEAF), (2, INK), (24, INK)):
        rib = moved(bow((-240, off), (230, off * 0.4), 24, n=14), x, y, angle=angle, size=size)
        art += gouge(rib, (16 if off < 0 else 10) * size, colour)
    cap = moved(
        points("-250,-66 -300,-40 -310,40 -250,66 -224,30 -236,0 -224,-30"), x, y, angle=angle, size=size
    )
    stalk = moved([(-300, -20), (-400, -26), (-400, 14), (-300, 20)], x, y, angle=angle, size=size)
    return block(stalk, MOSS, width=7) + art + block(cap, LEAF, width=7)


def okra() -> str:
    """秋葵: pods laid out, and slices like stars."""
    art = g.rays_ground()
    for i, (x, y, a) in enumerate(
        ((420, 260, 24), (760, 330, -160), (380, 520, 8), (790, 600, 170), (420, 780, -16))
    ):
        art += shadow_under(x, y + 74, 220, 12) + _okra(
            x, y, 1.0, a, ("#6FA64E", "#5E9350", "#82B45C")[i % 3]
        )
    for x, y, r in ((800, 900, 130), (560, 1010, 112), (990, 1030, 0)):
        if not r:
            continue
        edge = [
            (
                x + r * (1 if i % 2 else 0.86) * cos(radians(i * 36)),
                y + r * (1 if i % 2 else 0.86) * sin(radians(i * 36)),
            )
            for i in range(10)
        ]
        art += block(edge, "#5E9350", width=9) + flat(
            [(x + (p - x) * 0.82, y + (q - y) * 0.82) for p, q in edge], "#EAF2CC"
        )
        for k in range(5):
            art += block(
                moved(ring(r * 0.44, 0, r * 0.2, r * 0.13, n=10), x, y, angle=k * 72 + 18), "#C9DE92", width=4
            )
            art += flat(moved(ring(r * 0.44, 0, r * 0.09, r * 0.08, n=8), x, y, angle=k * 72 + 18), WHITE)
    return art


PICTURES = {
    "bitter_melon": (bitter_melon, STRAW),
    "cucumber": (cucumber, SHALLOW),
    "luffa": (luffa, ROSE),
    "hairy_gourd": (hairy_gourd, SAND),
    "eggplant": (eggplant, RICE),
    "okra": (okra, MIST),
}
