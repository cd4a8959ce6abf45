"""The document of a list, as it is typed: its number, its date, and what it designates."""

import re
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from common.clock import local_day
from common.errors import DomainError
from common.text import narrow
from places.designation.preview import Paper
from places.designation.table import Kind
from places.models.designation import LATER_BATCHES

FIRST_DOCUMENT = date(2015, 1, 1)  # the programme began with the 13th five-year plan, decided late in 2015
NUMBER_LENGTH = 60
_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")


def paper(*, kind: str, batch: int | None, document_no: str, document_date: date, now: datetime) -> Paper:
    """The document of a list, complete.

    Raises:
        DomainError: a number or date that no signed document has, or a batch that no list names.
    """
    number = narrow(document_no)
    if not number or len(number) > NUMBER_LENGTH:
        raise DomainError(_("请填写文号，不超过60个字。"), code="bad_document_no")
    if not FIRST_DOCUMENT <= document_date <= local_day(now):
        raise DomainError(_("文件日期要在2015年以后，不晚于今天。"), code="bad_document_date")
    if kind not in Kind.values or (kind == Kind.TOWNS) != (batch is not None):
        raise DomainError(_("请选名单登记的是村，还是哪一批示范镇。"), code="bad_kind")
    if batch is not None and batch not in LATER_BATCHES:
        raise DomainError(_("名单只登记第二批和第三批；首批写在方案里。"), code="bad_batch")
    return Paper(Kind(kind), batch, number, document_date)


def day_in(text: str) -> date:
    """2026-03-02, 2026.3.2, 2026/3/2 and 2026年3月2日 are one day.

    Raises:
        DomainError: no such day.
    """
    found = _DAY.fullmatch(narrow(text))
    try:
        if found is not None:
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass  # 2026-13-01
    raise DomainError(_("日期要写成 2026-03-02 这样。"), code="bad_day")
