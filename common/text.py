"""Text as people type it: full-width digits, blanks, numbers with country codes."""

import re
import unicodedata

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from common.errors import DomainError

_MOBILE = re.compile(r"1[3-9]\d{9}")


def narrow(text: str) -> str:
    """Full-width letters, digits and signs to their usual form, blanks around cut off."""
    return unicodedata.normalize("NFKC", text).strip()


def clean_mobile(text: str) -> str:
    """An eleven-digit Chinese mobile number; +86, blanks, dashes and full-width digits are accepted.

    Raises:
        DomainError: it is not one, with a sentence that says what is expected.
    """
    digits = re.sub(r"[\s\-()]", "", narrow(text))
    digits = re.sub(r"^(\+|00)?86(?=1)", "", digits)
    if not _MOBILE.fullmatch(digits):
        raise DomainError(_("请填写11位手机号码，例如 13800138000。"), code="bad_mobile")
    return digits


def in_our_words(sentence: str | Promise) -> str:
    """A sentence as it is kept: in the market's own language, whatever the reader's who made it be written."""
    with override("zh-hans"):
        return str(sentence)
