"""The words of policy for places, in one place: templates name none of them themselves.

Source: the plan, 三(一)1–2 (示范镇, 雁行阵列) and 三(二)7 (省定贫困村). Another policy renames them here.
"""

from django.utils.translation import gettext_lazy as _

DESIGNATED_VILLAGE = _("省定贫困村")
DESIGNATED_VILLAGES = _("省定贫困村名单")
DEMONSTRATION_TOWN = _("示范镇")
DEMONSTRATION_TOWNS = _("示范镇名单")
ARRAY = _("雁行阵列")
