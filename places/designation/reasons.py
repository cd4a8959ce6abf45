"""Why a row designates nothing, as a sentence that says what to do."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from places.designation.names import PlaceName


class Why(TextChoices):
    """What is wrong with a row, in a few words."""

    NO_PLACE = "no_place", _("没写地方")
    AMBIGUOUS = "ambiguous", _("重名，没写镇（街道）")
    UNKNOWN_TOWN = "unknown_town", _("没有这个镇（街道）")
    UNKNOWN_VILLAGE = "unknown_village", _("没有这个村（社区）")
    OTHER_TOWN = "other_town", _("村不在这个镇（街道）")
    OUTSIDE = "outside", _("不在本市")
    UNKNOWN_CODE = "unknown_code", _("没有这个代码")
    DAMAGED_CODE = "damaged_code", _("代码丢了数字")
    CODE_AND_NAME_DIFFER = "code_and_name_differ", _("代码和名称不是一处")
    NOT_MEANT = "not_meant", _("名单写着不是")
    REPEATED = "repeated", _("重复")
    OTHER_BATCH = "other_batch", _("批次不符")
    IN_A_BATCH = "in_a_batch", _("已在别的批次")


_SENTENCES = {
    Why.NO_PLACE: _("这一行没有写村（社区）、镇（街道）或代码。"),
    Why.AMBIGUOUS: _("“%(what)s”有同名的：%(places)s。请写明镇（街道）或代码。"),
    Why.UNKNOWN_TOWN: _("本市没有镇（街道）叫“%(what)s”。"),
    Why.UNKNOWN_VILLAGE: _("没有找到“%(what)s”。"),
    Why.OTHER_TOWN: _("“%(what)s”不在名单写的镇（街道）。登记的是：%(places)s。"),
    Why.OUTSIDE: _("“%(what)s”不是本市。"),
    Why.UNKNOWN_CODE: _("代码 %(what)s 不在本市的区划代码里。"),
    Why.DAMAGED_CODE: _("代码存成了数值“%(what)s”，后面的数字丢了。请把这一列设为文本，重新填写。"),
    Why.CODE_AND_NAME_DIFFER: _("代码和名称对不上：%(places)s。"),
    Why.NOT_MEANT: _("名单这一行写着“%(what)s”。"),
    Why.REPEATED: _("和第 %(what)s 行是同一个：%(places)s。"),
    Why.OTHER_BATCH: _("名单这一行写着“%(what)s”，和所选的批次不同。"),
    Why.IN_A_BATCH: _("%(places)s已在第 %(what)s 批。"),
}
_PERHAPS = _("%(said)s是不是 %(places)s？")


@dataclass(frozen=True, slots=True)
class Reason:
    """What is wrong, with the words of the row and the places that it may mean."""

    why: Why
    what: str = ""
    places: tuple[PlaceName, ...] = ()

    @property
    def sentence(self) -> str:
        """For the reader, in their language."""
        places = " / ".join(place.label for place in self.places)
        said = str(_SENTENCES[self.why]) % {"what": self.what, "places": places}
        if places and self.why in {Why.UNKNOWN_TOWN, Why.UNKNOWN_VILLAGE, Why.UNKNOWN_CODE}:
            return _PERHAPS % {"said": said, "places": places}
        return said
