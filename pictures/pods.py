"""Peppers, tomatoes and beans."""

from math import cos, radians, sin

from pictures import grounds as g
from pictures.carve import ball, block, flat, gouge, line, shade, stroke
from pictures.ink import (
    CORAL,
    CREAM,
    INK,
    LEAF,
    LYCHEE,
    MOSS,
    NIGHT,
    PALE_LEAF,
    PAPER,
    ROSE,
    SEA,
    SHALLOW,
    SPROUT,
    STRAW,
)
from pictures.plants import leaf, shadow_under
from pictures.shapes import bow, jitter, moved, pod, points, ring, swell, wedge


def bell_pepper(x: float, y: float, size: float, fill: str) -> str:
    """One thick-walled pepper, three lobes to be seen."""
    art = ""
    for k in (-1, 1, 0):
        lobe = [
            (k * 105 - 20, -190),
            (k * 105 + 60, -205),
            (k * 130 + 125, -120),
            (k * 135 + 130, 40),
            (k * 100 + 90, 190),
            (k * 90, 235),
            (k * 95 - 90, 190),
            (k * 135 - 120, 30),
            (k * 130 - 115, -120),
        ]
        art += block(moved(lobe, x, y, size=size), fill, width=9)
        art += shade(
            x + k * 130 * size, y, 115 * size, 205 * size, towards=20, rows=3, span=90, width=17 * size
        )
        art += gouge(
            moved(bow((k * 125 - 56, -120), (k * 125 - 70, 90), -8), x, y, size=size), 27 * size, PAPER
        )
    cap = points("-90,-180 -40,-225 0,-205 50,-228 95,-180 40,-160 0,-170 -40,-158")
    stalk = points("-26,-200 -40,-300 -80,-350 -20,-365 26,-300 30,-200")
    return (
        art
        + block(moved(cap, x, y, size=size), LEAF, width=7)
        + block(moved(stalk, x, y, size=size), MOSS, width=7)
    )


def pepper() -> str:
    """圆椒, two green and one turned red, in a shallow basket."""
    art = g.tray(600, 700, 520, squash=0.82, fill=STRAW)
    return (
        art
        + bell_pepper(380, 480, 0.94, MOSS)
        + bell_pepper(820, 500, 0.94, LYCHEE)
        + bell_pepper(600, 760, 1.06, "#5B9150")
    )


def tomato() -> str:
    """Tomatoes on the vine."""
    art = g.seigaiha(40, 1180, "#D8E3C2", r=120)
    art += line(points("620,-20 590,180 630,420 580,700 610,900"), INK, 34) + line(
        points("620,-20 590,180 630,420 580,700 610,900"), SPROUT, 18
    )
    for x, y, a in ((590, 160, 200), (620, 240, -24), (600, 560, 196)):
        art += leaf(x, y, 340, 150, a, LEAF, veins=7) + leaf(x, y, 230, 100, a + 42, MOSS, veins=5)
    for i, (x, y, r) in enumerate(
        ((380, 440, 172), (830, 470, 185), (400, 780, 190), (790, 830, 205), (590, 1010, 150))
    ):
        art += line([(608, y - 150), ((608 + x) / 2, y - r - 40), (x, y - r * 0.8)], INK, 15)
        art += ball(x, y, r, r * 0.9, LYCHEE if i % 2 == 0 else CORAL, seed=i)
        for a in range(0, 360, 60):
            art += gouge(
                bow(
                    (x, y - r * 0.78),
                    (x + r * 0.5 * cos(radians(a)), y - r * 0.74 + r * 0.24 * sin(radians(a))),
                    8,
                ),
                26,
                LEAF,
                wedge,
            )
    return art


def black_beans() -> str:
    """黑豆 in a bowl, open pods beside it."""
    art = g.table(560, "#A9743F", "#D9B277") + g.disc(900, 280, 150, CREAM)
    art += shadow_under(600, 1020, 420, 34)
    bowl = points("170,600 1030,600 980,800 840,960 720,1010 480,1010 360,960 220,800")
    art += (
        block(bowl, SHALLOW, width=11)
        + block(ring(600, 600, 432, 132, n=22, uneven=0.006), SEA)
        + flat(ring(600, 606, 392, 108, n=22), NIGHT)
    )
    for i in range(96):
        r = ((i + 0.5) / 96) ** 0.5
        a = i * 2.39996
        x, y = 600 + 372 * r * cos(a), 590 + 112 * r * sin(a) - 74 * (1 - r)
        art += (
            block(moved(ring(0, 0, 33, 26, n=10), x, y, angle=jitter(i) * 50), INK, width=4, under=SHALLOW)
            + stroke((x - 14, y - 8), (x + 6, y - 13), width=8)
            + flat(ring(x + 6, y + 8, 6, 4, n=6), ROSE)
        )
    for k in range(7):
        art += stroke((250 + k * 116, 760), (330 + k * 92, 870), bend=18, width=15)
    art += gouge(bow((300, 920), (900, 920), 66), 14, INK)
    for x, y, a in ((180, 1060, -16), (930, 1060, 10)):
        shape = swell(moved(bow((-170, 0), (170, 0), 34), x, y, angle=a), 92, pod)
        art += block(shape, PALE_LEAF, width=8)
        for k in (-90, -20, 50, 112):
            px, py = moved([(k, 30)], x, y, angle=a)[0]
            art += block(ring(px, py, 29, 25, n=10), INK, width=4) + stroke(
                (px - 12, py - 8), (px + 4, py - 12), width=7
            )
    return (
        art
        + leaf(230, 330, 320, 180, -18, LEAF)
        + leaf(240, 330, 280, 170, 60, MOSS)
        + leaf(210, 330, 260, 160, 200, LEAF)
    )


PICTURES = {
    "pepper": (pepper, NIGHT),
    "tomato": (tomato, "#C9D8A8"),
    "black_bean": (black_beans, ROSE),
}
