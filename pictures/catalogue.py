"""Every picture of the series by its key, with its Chinese and its English title.

The files stand at `static/pictures/<key>-<width>.webp` (320, 640, 1200 square; banners 720 and 1440
wide, a third as high), and `.jpg` of 320 and 640 (banners 720) for readers without WebP.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pictures import (
    bunches,
    catch,
    fields,
    fruit,
    gourds,
    grains,
    greens,
    hamlets,
    leaves,
    mud,
    nests,
    packed,
    pods,
    roots,
    sea,
    shores,
    staples,
    trellis,
    tropics,
    yard,
)

Drawings = dict[str, tuple[Callable[[], str], str]]
GOODS: Drawings = {
    **bunches.PICTURES,
    **catch.PICTURES,
    **fruit.PICTURES,
    **gourds.PICTURES,
    **grains.PICTURES,
    **greens.PICTURES,
    **leaves.PICTURES,
    **mud.PICTURES,
    **nests.PICTURES,
    **packed.PICTURES,
    **pods.PICTURES,
    **roots.PICTURES,
    **sea.PICTURES,
    **staples.PICTURES,
    **trellis.PICTURES,
    **tropics.PICTURES,
    **yard.PICTURES,
}
VIEWS: Drawings = {**fields.PICTURES, **hamlets.PICTURES, **shores.PICTURES}

SQUARE_WIDTHS = (320, 640, 1200)
BANNER_WIDTHS = (720, 1440)

PICTURES: dict[str, tuple[str, str]] = {
    "banana": ("香蕉", "Bananas"),
    "pisang": ("粉蕉", "Pisang Awak bananas"),
    "watermelon": ("西瓜", "Watermelon"),
    "red_orange": ("红肉橙", "Red-fleshed oranges"),
    "mandarin": ("柑橘", "Mandarins"),
    "longan": ("龙眼", "Longans"),
    "lychee": ("荔枝", "Lychees"),
    "mango": ("芒果", "Mangoes"),
    "papaya": ("木瓜", "Papaya"),
    "passion_fruit": ("百香果", "Passion fruit"),
    "guava": ("番石榴", "Guavas"),
    "sweet_potato": ("苏村番薯", "Sucun sweet potatoes"),
    "peanut": ("花生", "Peanuts"),
    "garlic": ("大蒜", "Garlic"),
    "taro": ("芋头", "Taro"),
    "ginger": ("生姜", "Ginger"),
    "pumpkin": ("南瓜", "Pumpkin"),
    "winter_melon": ("冬瓜", "Winter melon"),
    "radish": ("萝卜", "White radish"),
    "sugar_cane": ("甘蔗", "Sugar cane"),
    "rice": ("水稻", "Rice in the ear"),
    "pepper": ("圆椒", "Bell peppers"),
    "tomato": ("番茄", "Tomatoes"),
    "choysum": ("菜心", "Choy sum"),
    "mustard_greens": ("芥菜", "Mustard greens"),
    "water_spinach": ("通菜", "Water spinach"),
    "long_bean": ("豆角", "Yard-long beans"),
    "black_bean": ("黑豆", "Black beans"),
    "egg": ("土鸡蛋", "Farm eggs"),
    "duck_egg": ("海鸭蛋", "Sea-duck eggs"),
    "chicken": ("吴阳鸡", "Wuyang chicken"),
    "goose": ("白鹅", "White goose"),
    "prawn": ("对虾", "Prawns"),
    "sand_clam": ("沙螺", "Sand clams"),
    "crab": ("青蟹", "Mud crab"),
    "tilapia": ("罗非鱼", "Tilapia"),
    "honey": ("蜂蜜", "Honey"),
    "rice_bag": ("袋装吴阳米", "Wuyang rice in a bag"),
    "mooncake": ("吴川月饼", "Wuchuan mooncakes"),
    "dried_fish": ("鱼干", "Sun-dried fish"),
    "dragon_fruit": ("火龙果", "Dragon fruit"),
    "wampee": ("黄皮", "Wampee"),
    "jackfruit": ("菠萝蜜", "Jackfruit"),
    "starfruit": ("杨桃", "Star fruit"),
    "bitter_melon": ("苦瓜", "Bitter melon"),
    "cucumber": ("青瓜", "Cucumbers"),
    "luffa": ("丝瓜", "Luffa"),
    "hairy_gourd": ("节瓜", "Hairy gourd"),
    "eggplant": ("茄子", "Eggplants"),
    "okra": ("秋葵", "Okra"),
    "lettuce": ("生菜", "Lettuce"),
    "cabbage": ("椰菜", "Ox-heart cabbage"),
    "kale": ("芥蓝", "Chinese kale"),
    "amaranth": ("苋菜", "Amaranth"),
    "scallion": ("香葱", "Scallions"),
    "sweet_potato_leaf": ("番薯叶", "Sweet potato leaves"),
    "lotus_root": ("莲藕", "Lotus root"),
    "water_chestnut": ("马蹄", "Water chestnuts"),
    "cassava": ("木薯", "Cassava"),
    "yam": ("淮山", "Chinese yam"),
    "carrot": ("胡萝卜", "Carrots"),
    "bamboo_shoot": ("竹笋", "Bamboo shoots"),
    "corn": ("玉米", "Maize"),
    "mung_bean": ("绿豆", "Mung beans"),
    "red_bean": ("眉豆和赤小豆", "Cowpeas and rice beans"),
    "snow_pea": ("荷兰豆", "Snow peas"),
    "chilli": ("辣椒", "Chillies"),
    "goose_egg": ("鹅蛋", "Goose eggs"),
    "quail_egg": ("鹌鹑蛋", "Quail eggs"),
    "palm_fan": ("葵扇", "Palm-leaf fans"),
    "grouper": ("石斑鱼", "Grouper"),
    "mackerel": ("马鲛鱼", "Spanish mackerel"),
    "carp": ("草鱼", "Grass carp"),
    "squid": ("鱿鱼", "Squid"),
    "oyster": ("生蚝", "Oysters"),
    "lobster": ("青龙虾", "Spiny lobster"),
    "mantis_shrimp": ("濑尿虾", "Mantis shrimp"),
}
BANNERS: dict[str, tuple[str, str]] = {
    "wuyang": ("稻田与雁阵", "Rice terraces by the sea, geese in formation"),
    "village_banana": ("十里蕉林", "Banana groves"),
    "village_sea": ("渔港", "Fishing coast"),
    "village_melon": ("海边瓜田", "Melon fields by the sea"),
    "village_potato": ("番薯垄", "Sweet potato ridges"),
    "village_fields": ("冬种菜田与雁阵", "Winter vegetables, geese above"),
    "village_orchard": ("荔枝龙眼山", "Lychee and longan hills"),
    "village_pond": ("鱼塘", "Fish ponds"),
    "village_river": ("鉴江集市与雁阵", "Market on the Jian River"),
    "village_banyan": ("榕树下的村庄", "A village under its banyan"),
    "village_lotus": ("莲塘", "Lotus ponds"),
    "village_cane": ("蔗地", "Stands of black cane"),
    "village_dunes": ("海边沙地", "Garlic and taro in the sands by the sea"),
    "village_harbour": ("渔船靠港", "Boats at the mole"),
    "village_hills": ("坡地菠萝蜜", "Hill gardens and a jackfruit tree"),
    "village_geese": ("河上鹅群", "Geese on the river"),
    "village_hens": ("果林散养鸡", "Hens in the orchard"),
    "village_taro": ("芋田", "Taro fields"),
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
    def jpeg_widths(self) -> tuple[int, ...]:
        """The widths that are a JPEG too."""
        return (720,) if self.width > self.height else (320, 640)


def picture(key: str) -> Picture:
    """The picture of this key.

    Raises:
        KeyError: the series has none.
    """
    if key in BANNERS:
        draw, ground = VIEWS[key]
        return Picture(key, draw, ground, 101 + list(BANNERS).index(key), 1440, 480, 0)
    draw, ground = GOODS[key]
    return Picture(key, draw, ground, 1 + list(PICTURES).index(key), 1200, 1200, 34)
