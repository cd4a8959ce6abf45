"""Where things stand or lie: sun, sea, terraces, furrows, a bamboo tray, a cloth."""

from math import cos, pi, sin

from pictures.carve import block, flat, gouge, line, rays, stroke
from pictures.ink import BARK, CREAM, INK, PAPER, RICE, SAND
from pictures.shapes import Points, arc, bow, jitter, ring

SIDE = 1200


def disc(cx: float, cy: float, r: float, colour: str, *, ray: str = "", count: int = 40) -> str:
    """A sun or a moon; with `ray`, cuts lead out from it."""
    around = rays(cx, cy, r * 1.1, r * 1.62, count, 15, ray) if ray else ""
    return around + flat(ring(cx, cy, r, r, uneven=0.008, n=24), colour)


def sky_lines(top: float, bottom: float, colour: str, *, rows: int = 9, seed: int = 2) -> str:
    """Long level cuts, closer towards the horizon."""
    drawn = ""
    for i in range(rows):
        y = top + (bottom - top) * (i / rows) ** 0.8
        for k in range(3):
            x = 40 + 400 * k + 120 * jitter(i * 3 + k, seed)
            drawn += stroke((x, y), (x + 230 + 110 * jitter(i + k, 7), y), bend=3, width=8, colour=colour)
    return drawn


def waves(top: float, colour: str, cut: str, *, rows: int = 6, width: int = SIDE, bottom: int = SIDE) -> str:
    """The sea below `top`: rows of carved crests that grow towards the viewer."""
    drawn = flat(
        [(-20, top), (width + 20, top), (width + 20, bottom + 20), (-20, bottom + 20)], colour, sharp=True
    )
    depth = bottom - top
    for row in range(rows):
        t = (row + 0.6) / rows
        y = top + depth * t**1.25
        span = 70 + 150 * t
        count = int(width / span) + 3
        for i in range(count):
            x = -span + i * span + (row % 2) * span / 2
            rise = 10 + 22 * t
            drawn += gouge(bow((x, y), (x + span * 0.92, y), -rise), 7 + 9 * t, cut)
            drawn += gouge(
                bow((x + span * 0.2, y + rise * 0.9), (x + span * 0.74, y + rise * 0.9), -rise * 0.6),
                4 + 5 * t,
                cut,
            )
    return drawn


def hills(base: float, height: float, colour: str, *, seed: int = 3, width: int = SIDE, cut: str = "") -> str:
    """A far ridge standing on `base`."""
    crest: Points = [(-40, base)]
    steps = 9
    for i in range(steps + 1):
        crest.append((width * i / steps, base - height * (0.55 + 0.45 * jitter(i, seed))))
    crest.append((width + 40, base))
    drawn = flat([*crest, (width + 40, base + 30), (-40, base + 30)], colour)
    if cut:
        for i in range(steps):
            x, y = crest[i + 1]
            for k in range(3):
                drawn += stroke(
                    (x + 14 + k * 22, y + 16 + k * 10),
                    (x + 52 + k * 30, base - 8),
                    bend=-8,
                    width=7,
                    colour=cut,
                )
    return drawn


def furrows(
    top: float,
    colour: str,
    cut: str,
    *,
    cx: float = 600,
    count: int = 15,
    bottom: int = SIDE,
    width: int = SIDE,
) -> str:
    """A field whose ridges run to one point on the horizon."""
    drawn = flat(
        [(-20, top), (width + 20, top), (width + 20, bottom + 20), (-20, bottom + 20)], colour, sharp=True
    )
    for i in range(count):
        k = (i - (count - 1) / 2) / ((count - 1) / 2)
        start = (cx + k * width * 0.32, top + 8)
        end = (cx + k * width * 1.5, bottom + 30)
        drawn += gouge([start, *bow(start, end, 10 * k)[1:-1], end], 17, cut, lambda t: 0.15 + 0.85 * t)
    return drawn


def terraces(
    top: float, colours: tuple[str, ...], cut: str, *, bottom: int = SIDE, width: int = SIDE, seed: int = 1
) -> str:
    """Stepped paddies, each edge carved with seedlings."""
    drawn = ""
    n = len(colours)
    for i, colour in enumerate(colours):
        y = top + (bottom - top) * i / n
        swing = 26 + 16 * i
        crest = [(width * k / 8, y + swing * sin(k * 0.9 + i * 1.7 + seed)) for k in range(9)]
        drawn += flat(
            [(-60, y), *crest, (width + 60, y), (width + 60, bottom + 40), (-60, bottom + 40)], colour
        )
        drawn += line(crest, INK, 6 + i)
        gap = 30 + i * 9
        for k in range(int(width / gap) + 1):
            x = k * gap + 8 * jitter(k, i)
            low = y + swing * sin(x / width * 8 * 0.9 + i * 1.7 + seed) + 20 + 10 * i
            drawn += stroke((x, low + 16 + 8 * i), (x + 3, low), width=6 + 1.500 * i, colour=cut)
    return drawn


def tray(cx: float, cy: float, r: float, *, squash: float = 1.0, fill: str = SAND) -> str:
    """A round bamboo tray seen from above: woven ground, bound rim."""
    drawn = block(ring(cx, cy, r, r * squash, uneven=0.006, n=28), BARK, width=10)
    drawn += block(ring(cx, cy, r * 0.92, r * 0.92 * squash, uneven=0.006, n=28), fill, width=8)
    step = r / 8
    for i in range(-7, 8):
        for k in range(-7, 8):
            x, y = cx + i * step, cy + k * step * squash
            if ((x - cx) / r) ** 2 + ((y - cy) / (r * squash)) ** 2 > 0.74:
                continue
            if (i + k) % 2:
                drawn += stroke((x - step * 0.46, y), (x + step * 0.46, y), width=step * 0.3, colour=PAPER)
            else:
                drawn += stroke(
                    (x, y - step * 0.46 * squash),
                    (x, y + step * 0.46 * squash),
                    width=step * 0.3,
                    colour=RICE,
                )
    for i in range(36):
        a = 2 * pi * i / 36
        inner = (cx + r * 0.925 * cos(a), cy + r * 0.925 * sin(a) * squash)
        outer = (cx + r * 0.995 * cos(a + 0.07), cy + r * 0.995 * sin(a + 0.07) * squash)
        drawn += stroke(inner, outer, width=13, colour=CREAM)
    return drawn


def table(top: float, colour: str, cut: str) -> str:
    """A board of wood below `top`, its grain carved."""
    drawn = flat([(-20, top), (1220, top), (1220, 1220), (-20, 1220)], colour, sharp=True) + line(
        [(-20, top), (1220, top)], INK, 9
    )
    for i in range(9):
        y = top + 36 + i * (1180 - top) / 9
        x = 60 + 300 * abs(jitter(i, 8))
        drawn += stroke((x, y), (x + 420 + 160 * jitter(i, 6), y), bend=8 * jitter(i, 2), width=9, colour=cut)
        drawn += stroke((x + 640, y + 16), (x + 980, y + 10), bend=6, width=7, colour=cut)
    return drawn


def lattice(colour: str) -> str:
    """A window lattice of old houses, as a pattern."""
    drawn = ""
    for i in range(7):
        for k in range(7):
            x, y = i * 200 + (k % 2) * 100, k * 200
            drawn += line([(x - 100, y), (x, y - 100), (x + 100, y), (x, y + 100), (x - 100, y)], colour, 7)
            drawn += flat(ring(x, y, 15, 15, n=8), colour)
    return drawn


def seigaiha(top: float, bottom: float, colour: str, *, r: float = 110, width: int = SIDE) -> str:
    """Scales of water, row over row."""
    drawn = ""
    row = 0
    y = top
    while y < bottom + r:
        x = -r + (row % 2) * r
        while x < width + r:
            for k in (1.0, 0.66, 0.34):
                drawn += gouge(arc(x, y, r * k, r * k, 190, 350, n=12), 11, colour)
            x += 2 * r
        y += r * 0.62
        row += 1
    return drawn


def rays_ground() -> str:
    """Broad rays over the whole sheet from below, for a quiet middle."""
    drawn = ""
    for i in range(18):
        a = 2 * pi * i / 18
        near = [
            (600, 700),
            (600 + 1200 * cos(a), 700 + 1200 * sin(a)),
            (600 + 1200 * cos(a + 0.17), 700 + 1200 * sin(a + 0.17)),
        ]
        drawn += flat(near, CREAM, sharp=True)
    return drawn
