"""What only a logged look may show never stands in the admin: links, addresses, numbers."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from accounts.models import User
from flow.place_order import Placed
from households.models import Member
from orders.models import Placement
from payments.models import ProviderEvent
from tests.flow.test_story import NOW, pay, placed_order
from vendors.models import PayeeAccount

ACCOUNT, CERTIFICATE = "6222021234567890", "999999190001010000"
OURS = [model for model in admin.site._registry if model is not Group]


@pytest.fixture
def told(db: None) -> tuple[Placed, list[str]]:
    """An order that was paid, and all that must not be seen of it."""
    placed = placed_order()
    pay(placed)
    Member.objects.update(id_number=CERTIFICATE)
    PayeeAccount.objects.update(account_number=ACCOUNT)
    ProviderEvent.objects.create(
        gateway="stripe", event_id="evt_1", kind="x", is_live=False, stamped_at=NOW, received_at=NOW
    )
    placement = Placement.objects.get()
    secrets = [placement.token, placement.mobile, placement.contact_name, placement.address_detail]
    return placed, [*secrets, ACCOUNT, CERTIFICATE]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_neither_list_nor_row(model: type[Model], told: tuple[Placed, list[str]], client: Client) -> None:
    client.force_login(User.objects.create_superuser(mobile="13900000000", password=None))
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    pages = [client.get(reverse(f"{name}_changelist"))]
    pages += [
        client.get(reverse(f"{name}_change", args=[row.pk])) for row in model._default_manager.all()[:3]
    ]
    assert {page.status_code for page in pages} == {200}
    text = "".join(page.content.decode() for page in pages)
    assert [secret for secret in told[1] if secret in text] == []
