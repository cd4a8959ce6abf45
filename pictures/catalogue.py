"""Every picture of the series by its key, with its Chinese title.

The files stand at `static/pictures/<key>-<width>.webp` (320, 640, 1200 square; banners 720 and 1440
wide, a third as high), and `<key>-640.jpg` (banners `-720.jpg`) for readers without WebP.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pictures import banners, creatures, fruit, greens, roots

SQUARE_WIDTHS = (320, 640, 1200)
BANNER_WIDTHS = (720, 1440)

PICTURES: dict[str, str] = {
    "banana": "香蕉",
    "pisang": "粉蕉",
    "watermelon": "西瓜",
    "red-orange": "红肉橙",
    "mandarin": "柑橘",
    "longan": "龙眼",
    "lychee": "荔枝",
    "mango": "芒果",
    "papaya": "木瓜",
    "passion-fruit": "百香果",
    "guava": "番石榴",
    "sweet-potato": "苏村番薯",
    "peanut": "花生",
    "garlic": "大蒜",
    "taro": "芋头",
    "ginger": "生姜",
    "pumpkin": "南瓜",
    "winter-melon": "冬瓜",
    "radish": "萝卜",
    "sugar-cane": "甘蔗",
    "rice": "水稻",
    "bell-pepper": "圆椒",
    "tomato": "番茄",
    "choy-sum": "菜心",
    "mustard-greens": "芥菜",
    "water-spinach": "通菜",
    "long-beans": "豆角",
    "black-beans": "黑豆",
    "egg": "土鸡蛋",
    "duck-egg": "海鸭蛋",
    "chicken": "吴阳鸡",
    "goose": "白鹅",
    "prawn": "对虾",
    "sand-clam": "沙螺",
    "crab": "青蟹",
    "tilapia": "罗非鱼",
    "honey": "蜂蜜",
}
BANNERS: dict[str, str] = {
    "banner-rice": "稻田与雁阵",
    "banner-banana": "十里蕉林",
    "banner-coast": "渔港",
    "banner-melon": "海边瓜田",
    "banner-sweet-potato": "番薯垄",
    "banner-vegetables": "冬种菜田与雁阵",
    "banner-orchard": "荔枝龙眼山",
    "banner-ponds": "鱼塘",
    "banner-city": "鉴江集市与雁阵",
    "banner-village": "榕树下的村庄",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """How one picture is drawn: its art, its ground colour, its grain, its sheet in units."""

    key: str
    draw: Callable[[], str]
    ground: str
    seed: int
    width: int
    height: int
    margin: int

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths it is served in, in pixels."""
        return BANNER_WIDTHS if self.width > self.height else SQUARE_WIDTHS

    @property
    def fallback_width(self) -> int:
        """The one width that is also a JPEG."""
        return 720 if self.width > self.height else 640


def picture(key: str) -> Picture:
    """The picture of this key.

    Raises:
        KeyError: the series has none.
    """
    if key in BANNERS:
        draw, ground = banners.PICTURES[key]
        return Picture(key, draw, ground, 101 + list(BANNERS).index(key), 1440, 480, 0)
    for drawn in (fruit.PICTURES, roots.PICTURES, greens.PICTURES, creatures.PICTURES):
        if key in drawn:
            draw, ground = drawn[key]
            return Picture(key, draw, ground, 1 + list(PICTURES).index(key), 1200, 1200, 34)
    raise KeyError(key)
