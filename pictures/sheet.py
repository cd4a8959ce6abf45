"""The sheet a picture is printed on: paper, rough block edge, worn ink, grain, a seal."""

from pictures.ink import PAPER, SEAL

SIDE = 1200
GOOSE = (
    "M0 9c2-2.6 4.4-2.7 6.3-1.2L17 9.6C20 2.500 25.500-3 34-6.500c-.8 6.400-3.400 11.500-7.300 15.600"
    " 5 .6 9.600 2.300 14.300 5.600-5.600 1-11 .9-16.200-.4-2.300-.5-4.400-1.100-6.300-1.700L5.600 10.700 2 11z"
)


def _filters(seed: int) -> str:
    return (
        # The knife wavers, and the wood's grain leaves thin streaks without ink.
        '<filter id="cut" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">'
        f'<feTurbulence type="fractalNoise" baseFrequency="0.014" numOctaves="2" seed="{seed}" result="waver"/>'
        '<feDisplacementMap in="SourceGraphic" in2="waver" scale="4" xChannelSelector="R" yChannelSelector="G"'
        ' result="carved"/>'
        f'<feTurbulence type="fractalNoise" baseFrequency="0.006 0.22" numOctaves="2" seed="{seed + 7}"/>'
        '<feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 14 -9.9" result="streaks"/>'
        '<feComposite in="carved" in2="streaks" operator="out" result="worn"/>'
        f'<feTurbulence type="fractalNoise" baseFrequency="0.16" numOctaves="2" seed="{seed + 3}"/>'
        '<feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 16 -11.9" result="specks"/>'
        '<feComposite in="worn" in2="specks" operator="out"/></filter>'
        '<filter id="grain" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">'
        f'<feTurbulence type="fractalNoise" baseFrequency="0.012 0.02" numOctaves="3" seed="{seed + 1}"/>'
        '<feColorMatrix values="0 0 0 0 0.36  0 0 0 0 0.27  0 0 0 0 0.14  0.26 0 0 0 -0.09"/></filter>'
    )


def goose(x: float, y: float, size: float, colour: str) -> str:
    """One goose flying to the left; `size` 1 is 40 units wide."""
    return f'<path transform="translate({x:.0f} {y:.0f}) scale({size})" fill="{colour}" d="{GOOSE}"/>'


def geese(x: float, y: float, size: float, colour: str, *, count: int = 7) -> str:
    """A formation led from the left: one in front, the others in pairs behind."""
    drawn = goose(x, y, size, colour)
    for i in range(1, count):
        rank = (i + 1) // 2
        side = -1 if i % 2 else 1
        drawn += goose(x + rank * 52 * size, y + side * rank * 15 * size, size * 0.8, colour)
    return drawn


def _seal(x: float, y: float) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="76" height="76" rx="9" fill="{SEAL}"/>'
        f'<rect x="{x + 7}" y="{y + 7}" width="62" height="62" rx="5" fill="none" stroke="{PAPER}" stroke-width="3"/>'
        + goose(x + 12, y + 34, 1.0, PAPER)
        + goose(x + 32, y + 23, 0.55, PAPER)
        + goose(x + 36, y + 55, 0.55, PAPER)
    )


def _edge(width: int, height: int, margin: int) -> str:
    """The edge of the block, never quite straight."""
    m, w, h = margin, width - margin, height - margin
    return f"M{m + 4} {m}L{w - 2} {m + 3}L{w} {h - 3}L{m} {h}Z"


def printed(
    art: str, ground: str, *, seed: int, width: int = SIDE, height: int = SIDE, margin: int = 34
) -> str:
    """A whole SVG document: `art` printed on `ground`, both on paper; without a margin, without a seal too."""
    seal = _seal(width - margin - 112, height - margin - 112) if margin else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<defs>{_filters(seed)}<clipPath id="block"><path d="{_edge(width, height, margin)}"/></clipPath></defs>'
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>'
        f'<g filter="url(#cut)"><g clip-path="url(#block)">'
        f'<rect width="{width}" height="{height}" fill="{ground}"/>{art}{seal}</g></g>'
        f'<rect width="{width}" height="{height}" filter="url(#grain)"/></svg>'
    )
