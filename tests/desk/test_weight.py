"""A first visit to a page of the desk costs at most 60 kB compressed, a later one 15 kB; photos aside."""

import gzip
import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.shops import Neighbours, neighbours
from tests.desk.test_listing import filled, offer, step

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
FIRST, LATER = 60_000, 15_000


@pytest.fixture
def two(db: None) -> Neighbours:
    return neighbours()


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def loaded(page: str) -> set[Path]:
    """Styles and scripts that the page names, and what those import."""
    named = set(re.findall(r'(?:href|src)="/static/((?:css|js)/[^"]+)"', page))
    files = {STATIC / name for name in named}
    for file in list(files):
        for name in re.findall(r'from "\./([^"]+)"', file.read_text(encoding="utf-8")):
            files.add(file.parent / name)
    return files


def test_every_page_is_light(client: Client, two: Neighbours) -> None:
    client.force_login(two.li_user)
    urls = [reverse("desk:home"), step("photo", two), step("crop", two)]
    weights = {url: weigh(client, url) for url in urls}
    filled(client, two)
    weights |= {url: weigh(client, url) for url in (step("pack", two), step("price", two))}
    client.post(step("price", two), offer(client, two, publish="1"))
    for url in (reverse("desk:goods"), reverse("desk:orders"), reverse("desk:money")):
        weights[url] = weigh(client, url)
    heavy = {url: weight for url, weight in weights.items() if weight[0] > FIRST or weight[1] > LATER}
    assert heavy == {}
    assert len(weights) == 8


def weigh(client: Client, url: str) -> tuple[int, int]:
    """Bytes of a first visit and of a later one, when styles and scripts are known."""
    page = client.get(url).content
    files = loaded(page.decode())
    assert len(files) > 1
    html = packed(page)
    return html + sum(packed(file.read_bytes()) for file in files), html
