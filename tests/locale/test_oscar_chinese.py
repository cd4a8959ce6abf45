"""Oscar's words in Chinese: none missing, none that would break a page, ours before Oscar's."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.test import override_settings
from django.utils.translation import gettext, ngettext, override, pgettext

from tests.locale.oscar import Key, messages, read, shipped
from tools.messages.extract import ROOT

OURS = ROOT / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
HAN = re.compile(r"[㐀-鿿]")
NAMED = re.compile(r"%\(\w+\)[.\d]*[a-z]|\{\w+\}")
IN_ORDER = re.compile(r"%[sdi]|%%")
TAG = re.compile(r"</?(?:a|br|div|em|p|span|strong)\b[^>]*>")
# Abbreviations that Chinese uses too, and one row of dashes.
SAME = {"HTML", "CSV", "SKU", "URL", "---------"}


def shape(text: str) -> tuple[set[str], list[str], Counter[str]]:
    """Placeholders and tags; a tooltip's words are the translator's."""
    tags = Counter(re.sub(r'\s+|title="[^"]*"', "", tag) for tag in TAG.findall(text))
    return set(NAMED.findall(text)), IN_ORDER.findall(text), tags


def chinese() -> dict[Key, str]:
    """What a reader sees: Oscar's own catalogue under ours."""
    return shipped() | read(OURS)


def needs_chinese(message: str) -> bool:
    return message not in SAME and bool(re.search(r"[A-Za-z]", NAMED.sub("", message)))


def test_oscar_is_read_whole() -> None:
    assert len(messages()) > 1900
    assert messages()[None, "Removed %d product from range"] == "Removed %d products from range"


def test_every_message_of_oscar_has_its_chinese() -> None:
    known = chinese()
    assert [key for key in messages() if key not in known] == []
    assert [key for key in messages() if needs_chinese(key[1]) and not HAN.search(known[key])] == []


def test_placeholders_and_tags_are_those_of_the_message() -> None:
    known = chinese()
    assert [key for key, plural in messages().items() if shape(plural) != shape(known[key])] == []


def test_lines_begin_and_end_as_in_the_message() -> None:
    faulty = [
        key
        for key, text in read(OURS).items()
        if re.match(r"\s*", key[1])[0] != re.match(r"\s*", text)[0]
        or re.search(r"\s*$", key[1])[0] != re.search(r"\s*$", text)[0]
    ]
    assert faulty == []


def test_choices_of_yesno_stay_apart() -> None:
    known = chinese()
    assert (known[None, "Yes,No"], known[None, "True,False"]) == ("是,否", "是,否")


def test_ours_holds_nothing_that_oscar_has_right_or_does_not_ask_for() -> None:
    theirs = shipped()
    assert [key for key in read(OURS) if key not in messages()] == []
    assert [key for key, text in read(OURS).items() if theirs.get(key) == text] == []


def test_the_header_names_no_day_but_the_fixed_one() -> None:
    header = OURS.read_text(encoding="utf-8").split("\n\n", 1)[0]
    assert set(re.findall(r"\d{4}-\d\d-\d\d", header)) == {"2026-01-01"}


@pytest.fixture
def compiled(tmp_path: Path) -> Iterator[None]:
    """Our catalogue compiled aside, so that the test needs no build step and leaves nothing behind."""
    target = tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.mo"
    target.parent.mkdir(parents=True)
    with OURS.open("rb") as source, target.open("wb") as file:
        write_mo(file, read_po(source, locale="zh_Hans"))
    with override_settings(LOCALE_PATHS=[tmp_path]):
        yield


CORRECTIONS = [
    ("State/County", "省份"),
    ("Instructions", "说明"),
    ("First name", "名"),
    ("Last name", "姓"),
    ("Log In", "登录"),
    ("Login or register", "登录或注册"),
    ("Offers", "优惠"),
    ("Unavailable", "暂不可售"),
    ("Dashboard", "管理后台"),
    ("choose event type", "选择事件类型"),
    ("Make active", "启用"),
    ("Make inactive", "停用"),
    ("Account", "账户"),
    ("Visibility", "可见范围"),
]


@pytest.mark.usefixtures("compiled")
@pytest.mark.parametrize(("message", "text"), CORRECTIONS)
def test_corrections_win(message: str, text: str) -> None:
    with override("zh-hans"):
        assert gettext(message) == text


@pytest.mark.usefixtures("compiled")
def test_all_of_ours_wins() -> None:
    seen: dict[Key, str] = {}
    with override("zh-hans"):
        for context, message in read(OURS):
            plural = messages()[context, message]
            if context:
                seen[context, message] = pgettext(context, message)
            elif plural != message:
                seen[context, message] = ngettext(message, plural, 2)
            else:
                seen[context, message] = gettext(message)
    assert seen == read(OURS)


@pytest.mark.usefixtures("compiled")
def test_a_persons_title_is_no_products_title() -> None:
    with override("zh-hans"):
        assert pgettext("Treatment Pronouns for the customer", "Title") == "称谓"
        assert pgettext("Product title", "Title") == "标题"
