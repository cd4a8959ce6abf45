"""What a reader of a preview should look at twice, in sentences. Command and office page say the same."""

from django.conf import settings
from django.utils.translation import gettext as _

from places.designation.preview import Preview
from places.designation.queries import awaited
from places.designation.table import Kind


def warnings(preview: Preview) -> list[str]:
    """Nothing here forbids to confirm."""
    said = [_count_of_villages(preview) if preview.paper.kind == Kind.VILLAGES else _count_of_towns(preview)]
    if len(preview.categories) > 1:
        said.append(
            _("名单里有几种类别：%(categories)s。请核对是不是都该列入。")
            % {"categories": " / ".join(preview.categories)}
        )
    if preview.samples and preview.new:
        said.append(_("确认后，%(count)s 处示例全部结束，各页不再标“示例”。") % {"count": preview.samples})
    return [sentence for sentence in said if sentence]


def _count_of_villages(preview: Preview) -> str:
    expected: int = settings.EXPECTED_DESIGNATIONS
    if preview.after == expected:
        return ""
    return _("确认后共 %(count)s 个村，应为 %(expected)s 个。请核对名单。") % {
        "count": preview.after,
        "expected": expected,
    }


def _count_of_towns(preview: Preview) -> str:
    least, most = awaited(preview.paper.batch or 0)
    if least <= preview.after <= most:
        return ""
    return _(
        "确认后第 %(batch)s 批共 %(count)s 个镇（街道），方案写的是 %(least)s 到 %(most)s 个。请核对名单。"
    ) % {
        "batch": preview.paper.batch,
        "count": preview.after,
        "least": least,
        "most": most,
    }
