"""Who buys: fictitious, from several provinces, the nearer the more often."""

from orders.services.placing import Contact, clean_contact
from places.queries import area_of

NAMES = (
    "张晓明",
    "陈静",
    "黄丽",
    "李强",
    "何婷",
    "周杰",
    "王芳",
    "梁宇",
    "吴倩",
    "郑凯",
    "苏文",
    "唐雨",
    "许诺",
)
COUNTIES = (
    "440106",
    "440304",
    "440605",
    "440104",
    "440802",
    "440402",
    "440305",
    "450103",
    "440112",
    "430102",
    "310115",
    "440803",
    "110105",
    "350203",
    "330106",
    "440604",
    "420106",
    "510104",
    "320106",
    "460105",
    "500112",
    "610113",
    "410105",
    "620102",
)


def buyer_of(index: int) -> tuple[Contact, str]:
    """The contact of an order, and the county it goes to."""
    county = COUNTIES[index % len(COUNTIES)]
    contact = clean_contact(
        name=f"{NAMES[index % len(NAMES)]}（示例）",
        mobile=f"1390000{1000 + index}",
        area=area_of(county),
        detail=f"示例路{index + 1}号",
        note="",
    )
    return contact, county
