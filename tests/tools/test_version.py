"""One version: the settings' and the changelog's newest."""

import re

from django.conf import settings

from tests.deploy.names import ROOT


def test_the_changelog_begins_with_the_version_that_runs() -> None:
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == settings.VERSION
    assert re.fullmatch(r"\d+\.\d+\.\d+", settings.VERSION)
    assert len(set(headings)) == len(headings)
