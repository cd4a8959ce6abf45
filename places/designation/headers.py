"""The usual names of columns, however they are bracketed and spaced."""

import re
import unicodedata
from enum import StrEnum


class Column(StrEnum):
    """What a column means to us."""

    NUMBER = "number"
    COUNTY = "county"
    TOWN = "town"
    VILLAGE = "village"
    TOWN_CODE = "town_code"
    VILLAGE_CODE = "village_code"
    CODE = "code"
    CATEGORY = "category"
    IS_MEANT = "is_meant"
    BATCH = "batch"
    INDUSTRY = "industry"


_NAMES: dict[Column, str] = {
    Column.NUMBER: "序号 编号 号 no no. number",
    Column.COUNTY: "县 县区 县市 县市区 市县 市县区 区县 county",
    Column.TOWN: "镇 乡镇 镇乡 镇街 乡镇街 镇街道 乡镇街道 街道 街镇 示范镇 town",
    Column.VILLAGE: (
        "村 行政村 建制村 村居 村社区 社区 村委 村委会 村居委会 村民委员会 居委会 贫困村 省定贫困村 village"
    ),
    Column.TOWN_CODE: "镇代码 镇编码 乡镇代码 乡镇编码 镇街代码 镇街编码 镇级代码 乡级代码",
    Column.VILLAGE_CODE: "村代码 村编码 行政村代码 行政村编码 村居代码 村级代码 村社区代码",
    Column.CODE: "代码 编码 行政区划代码 行政区划编码 区划代码 统计代码 统计区划代码 统计用区划代码 地区代码 code",
    Column.CATEGORY: "类别 类型 性质 村类别 村类型 category",
    Column.BATCH: "批次 批 建设批次 batch",
    Column.INDUSTRY: "产业 主导产业 特色产业 主要产业 一镇一业 一镇一业产业 industry",
}
_KNOWN = {name: column for column, names in _NAMES.items() for name in names.split()}
_BRACKETED = re.compile(r"[(\[【<〈《〔][^)\]】>〉》〕]*[)\]】>〉》〕]")
_MARKS = re.compile("[\\s\\W_]+")
# 是否省定贫困村 is ours, 是否派驻工作队 is not.
_IS_MEANT = re.compile(r"是否.*(?:贫困|示范|省定|列入|入选)")
_IN_FRONT = re.compile(r"^(?:所在|所属|所辖|隶属)")
_BEHIND = re.compile(r"(?:名称|全称|名)$")


def column_of(heading: str) -> Column | None:
    """The meaning of a heading: 村（社区）名称 and 所在 镇/街道 are known; 联系电话 is not ours."""
    narrow = unicodedata.normalize("NFKC", heading).lower()
    if _IS_MEANT.match(_MARKS.sub("", narrow)):
        return Column.IS_MEANT
    # 一镇一业 stands in quotation marks, so marks go and what is in brackets goes with them.
    for text in (_BRACKETED.sub("", narrow), narrow):
        name = _IN_FRONT.sub("", _MARKS.sub("", text))
        found = _KNOWN.get(name) or _KNOWN.get(_BEHIND.sub("", name))
        if found is not None:
            return found
    return None
