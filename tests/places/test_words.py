"""The words of policy stand in places/words.py: no template and no other module says them to a reader."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.utils import translation

ROOT = Path(__file__).resolve().parent.parent.parent
WORDS = re.compile("省定|贫困村|示范镇|雁行阵列")


def test_templates_leave_the_words_of_policy_to_one_place() -> None:
    spoken = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "templates").rglob("*.html"))
        if WORDS.search(re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8")))
    ]
    assert spoken == []


@pytest.mark.parametrize(("language", "text"), [("zh-hans", "雁行阵列"), ("en", "Flying geese")])
def test_a_template_asks_for_a_word(language: str, text: str) -> None:
    with translation.override(language):
        shown = Template('{% load designation %}{% policy_word "ARRAY" %}').render(Context())
    assert shown == text
