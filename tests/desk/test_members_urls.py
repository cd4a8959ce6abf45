"""Every address of joining, acting for others and money, as eight people: who gets in, and that nothing else moves."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from common.audit import DEMO
from fulfilment.models import VendorOrder
from households.models import Consent
from income.models import Cost, CostSlip, Dispute, IncomeEntry
from tests import people
from tests.desk.joining import helping
from tests.flow.test_story import NOW, pay, placed_order
from tests.office.test_branch import recorded
from vendors.models import DeskCard, Vendor, VendorMember, VendorStep
from vendors.services.helpers import end_help

LI, CHEN = "440883106206", "440883106210"
PEOPLE = ("own", "helper", "neighbour", "was helper", "cadre", "other cadre", "shopper", "stranger")


@dataclass
class Scene:
    """李伯 with an entry, a cost with its slip, and a helper."""

    part: VendorOrder
    entry: IncomeEntry
    cost: Cost
    consent: Consent
    people: dict[str, Client] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """An address; what 李伯, his helper and the neighbour get by GET (or by POST, where there is a form)."""

    own: int
    helper: int
    neighbour: int
    args: Callable[[Scene], list[object]] = lambda _scene: []
    form: Callable[[], dict[str, str]] | None = None
    # Whoever is signed in may enter a card; it is what lets a person in.
    anybody: int = 404


def shop(*rest: object) -> Callable[[Scene], list[object]]:
    return lambda scene: [scene.part.vendor_id, *rest]


def soon() -> dict[str, str]:
    return {"until": (timezone.localdate() + timedelta(days=3)).isoformat()}


CASES = {
    "money": Case(200, 200, 200),
    "money-of": Case(200, 200, 404, shop()),
    "money-figure": Case(200, 200, 404, shop("sold", "year")),
    "money-card": Case(200, 200, 404, shop()),
    "money-entry": Case(302, 302, 404, lambda scene: [scene.entry.pk], lambda: {"reason": "少了"}),
    "costs": Case(200, 200, 200),
    "cost-back": Case(302, 302, 404, lambda scene: [scene.cost.pk], dict),
    "cost-slip": Case(200, 200, 404, lambda scene: [scene.cost.pk]),
    "join": Case(200, 200, 200, form=lambda: {"code": "AAAAAAAA"}, anybody=200),
    "join-apply": Case(302, 404, 302),
    "shop": Case(200, 200, 200),
    "shop-act": Case(302, 302, 302, lambda _scene: ["pause"], soon),
    "helpers": Case(200, 404, 200),
    "helpers-end": Case(302, 404, 404, lambda scene: [scene.consent.pk], dict),
    "for-whom": Case(404, 200, 404),
}


@pytest.fixture
def scene(db: None) -> Scene:
    placed = placed_order()
    pay(placed)
    own, other = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")
    household_id = own.vendor.household_id or 0
    cost = Cost.objects.create(
        household_id=household_id,
        on=NOW.date(),
        kind="seed",
        amount=1,
        submission="one",
        entered_at=NOW,
        entered_by="李伯",
    )
    CostSlip.objects.create(cost=cost, jpeg=b"\xff\xd8\xff")
    helper, was = helping(own.vendor), helping(own.vendor, name="从前的")
    consents = Consent.objects.order_by("pk")
    end_help(vendor=own.vendor, consent_id=consents[1].pk, actor=DEMO, now=NOW)
    made = Scene(own, recorded(own), cost, consents[0])
    for name, who in (
        ("own", people.member_of(own.vendor)),
        ("helper", helper),
        ("neighbour", people.member_of(other.vendor, name="陈叔")),
        ("was helper", was),
        ("cadre", people.officer(village=LI, name="小吴")),
        ("other cadre", people.officer(village=CHEN, name="小陈")),
        ("shopper", people.person("阿珍")),
    ):
        made.people[name] = Client()
        made.people[name].force_login(who)
    made.people["stranger"] = Client()
    return made


def state() -> list[object]:
    """Everything that these pages may move."""
    models = (Vendor, VendorStep, VendorMember, DeskCard, Consent, Cost, CostSlip, Dispute, IncomeEntry)
    return [list(model.objects.order_by("pk").values()) for model in models]


def ask(scene: Scene, who: str, name: str) -> tuple[int, str]:
    case = CASES[name]
    url = reverse(f"desk:{name}", args=case.args(scene))
    client = scene.people[who]
    answer = client.get(url) if case.form is None else client.post(url, case.form())
    return answer.status_code, answer.get("Location", "")


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("who", ["own", "helper", "neighbour"])
def test_those_with_a_shop_get_what_is_theirs(scene: Scene, who: str, name: str) -> None:
    expected = {"own": CASES[name].own, "helper": CASES[name].helper, "neighbour": CASES[name].neighbour}[who]
    before = state()
    status, where = ask(scene, who, name)
    assert status == expected
    assert "/account/" not in where
    if status == 404:
        assert state() == before


@pytest.mark.parametrize("who", ["was helper", "cadre", "other cadre", "shopper", "stranger"])
def test_nobody_else_gets_in_and_nothing_moves(scene: Scene, who: str) -> None:
    before = state()
    answers = {name: ask(scene, who, name) for name in CASES}
    assert state() == before
    for name, (status, where) in answers.items():
        if who == "stranger":
            assert (status, where.split("?")[0]) == (302, "/account/code/") or status == 405, name
        else:
            assert status == CASES[name].anybody, name


def test_the_neighbours_pages_show_nothing_of_his(scene: Scene) -> None:
    for name in ("money", "costs", "shop", "helpers"):
        page = scene.people["neighbour"].get(reverse(f"desk:{name}")).content.decode()
        for words in (scene.part.number, scene.part.vendor.shop_name, "小吴"):
            assert words not in page
