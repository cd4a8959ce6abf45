"""A form's cookie that is missing, a session that has ended: what was typed is there again, and is sent once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from catalog.models import Listing, ListingDraft
from tests import people
from tests.desk.shops import Neighbours, neighbours, photo_file
from tests.desk.test_listing import filled, offer, step
from vendors.partner.models import StockRecord

OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def two(db: None) -> Neighbours:
    return neighbours()


@pytest.fixture
def li(two: Neighbours) -> Client:
    client = Client(enforce_csrf_checks=False)
    client.force_login(two.li_user)
    filled(client, two)
    return client


def strict(two: Neighbours) -> Client:
    """A browser whose form cookie is checked, and missing."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(two.li_user)
    return client


def typed_fields(page: str) -> dict[str, str]:
    """The hidden fields that the page would send again."""
    parts = [part.split('"') for part in page.split('<input type="hidden" ')[1:]]
    return {part[1]: part[3] for part in parts}


def test_b114_without_the_cookie_what_was_typed_stays_and_the_second_try_works(
    li: Client, two: Neighbours
) -> None:
    form = offer(li, two, price="23.40", quantity="7", publish="1")
    browser = strict(two)
    refused = browser.post(step("price", two), form, headers=OURS)
    page = refused.content.decode()
    assert refused.status_code == 403
    assert Listing.objects.count() == 0
    assert "您填的内容还在" in page
    assert "<dd>23.40</dd>" in page
    again = browser.post(step("price", two), typed_fields(page), headers=OURS)
    assert (again.status_code, again["Location"]) == (302, reverse("desk:goods-of", args=[two.li.pk]))
    assert (StockRecord.objects.get().price, StockRecord.objects.get().num_in_stock) == (form_price(form), 7)


def form_price(form: dict[str, str]) -> object:
    return StockRecord._meta.get_field("price").to_python(form["price"])


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {}]
)
def test_b114_another_sites_form_does_not_become_ours(
    li: Client, two: Neighbours, headers: dict[str, str]
) -> None:
    page = strict(two).post(step("price", two), offer(li, two, price="0.50", publish="1"), headers=headers)
    assert page.status_code == 403
    assert 'value="0.50"' not in page.content.decode()


def test_b114_script_in_what_was_typed_stays_text(two: Neighbours) -> None:
    page = strict(two).post(step("pack", two), {"pack": '"><script>alert(1)</script>'}, headers=OURS)
    assert "<script>alert" not in page.content.decode()
    assert "&lt;script&gt;alert(1)" in page.content.decode()


def test_b114_a_form_of_the_shop_shows_the_plain_page(two: Neighbours) -> None:
    page = strict(two).post("/checkout/", {"name": "阿珍", "price": "1"}, headers=OURS).content.decode()
    assert "请按浏览器的返回键" in page
    assert "阿珍" not in page


def test_b116_a_session_that_ended_while_the_price_was_typed(li: Client, two: Neighbours) -> None:
    li.post(step("photo", two), {"photo": photo_file(), "upload_key": "k"})
    form = offer(li, two, price="23.40", quantity="7", publish="1")
    li.logout()
    answer = li.post(step("price", two), form)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/")
    assert f"next={step('price', two)}" in answer["Location"]
    assert Listing.objects.count() == 0
    session = li.session["desk_typed"]
    li.force_login(two.li_user)
    kept = li.session
    kept["desk_typed"] = session
    kept.save()
    page = li.get(step("price", two)).content.decode()
    assert "您填的内容还在" in page
    assert 'value="23.40"' in page
    assert 'value="7"' in page
    assert li.post(step("price", two), form).status_code == 302
    assert li.post(step("price", two), form).status_code == 302
    assert (Listing.objects.count(), Listing.objects.get().photos.count()) == (1, 1)


def test_b116_signing_in_by_the_page_keeps_it(li: Client, two: Neighbours) -> None:
    form = offer(li, two, price="23.40", bump="quantity:1")
    li.logout()
    li.post(step("price", two), form)
    two.li_user.set_password("correct horse battery")
    two.li_user.save()
    answer = li.post(
        reverse("accounts:sign-in"),
        {"login": two.li_user.mobile, "password": "correct horse battery", "next": step("price", two)},
    )
    assert answer["Location"] == step("price", two)
    assert 'value="23.40"' in li.get(step("price", two)).content.decode()
    assert 'value="23.40"' not in li.get(step("price", two)).content.decode()
    assert ListingDraft.objects.get().price != 0


def test_b116_words_come_back_too(li: Client, two: Neighbours) -> None:
    li.post(step("price", two), offer(li, two, publish="1"))
    url = reverse("desk:goods-words", args=[Listing.objects.get().pk])
    li.logout()
    li.post(url, {"title": "树上熟香蕉", "summary": "甜"})
    session = li.session["desk_typed"]
    li.force_login(two.li_user)
    kept = li.session
    kept["desk_typed"] = session
    kept.save()
    assert 'value="树上熟香蕉"' in li.get(url).content.decode()


def test_b116_after_two_hours_it_is_forgotten(
    li: Client, two: Neighbours, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = offer(li, two, price="23.40")
    li.logout()
    li.post(step("price", two), form)
    session = li.session["desk_typed"]
    li.force_login(two.li_user)
    kept = li.session
    kept["desk_typed"] = session
    kept.save()
    later = timezone.now() + timedelta(hours=2, seconds=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert 'value="23.40"' not in li.get(step("price", two)).content.decode()


def test_b116_what_one_typed_is_not_shown_to_the_next_person(li: Client, two: Neighbours) -> None:
    form = offer(li, two, price="23.40")
    li.logout()
    li.post(step("price", two), form)
    stranger = people.person("阿珍")
    session = li.session["desk_typed"]
    li.force_login(stranger)
    kept = li.session
    kept["desk_typed"] = session
    kept.save()
    assert li.get(step("price", two)).status_code == 404


def test_b116_an_action_without_a_page_of_its_own_leads_back_to_its_list(li: Client, two: Neighbours) -> None:
    li.post(step("price", two), offer(li, two, publish="1"))
    url = reverse("desk:goods-price", args=[Listing.objects.get().pk])
    li.logout()
    answer = li.post(url, {"price": "1"}, headers={"Referer": "http://testserver/desk/goods/"})
    assert answer["Location"].endswith("next=/desk/goods/")
