"""`manage.py rotate_field_keys`: encrypts what is stored anew with the first of FIELD_KEYS (docs/runbook.md, Keys)."""

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import models, transaction

from common.encryption import EncryptedText


class Command(BaseCommand):
    """May be repeated, and run while the market is open: each row is locked for a moment."""

    help = "Encrypts every stored number with the first of FIELD_KEYS, so that the others can go."

    def handle(self, *_args: object, **_options: object) -> None:
        """Prints how many values of each column were encrypted.

        Raises:
            InvalidToken: no key of FIELD_KEYS opens a value; nothing of that row is changed.
        """
        for model in apps.get_models():
            for field in model._meta.concrete_fields:
                if isinstance(field, EncryptedText):
                    done = _rotate(model, field.attname)
                    self.stdout.write(f"{model._meta.label}.{field.attname}: {done}")


def _rotate(model: type[models.Model], name: str) -> int:
    # _base_manager: a manager of ours may hide rows.
    rows = model._base_manager
    keys = list(rows.exclude(**{name: ""}).exclude(**{f"{name}__isnull": True}).values_list("pk", flat=True))
    for key in keys:
        with transaction.atomic():
            row = rows.select_for_update(of=("self",)).only(name).get(pk=key)
            rows.filter(pk=key).update(**{name: getattr(row, name)})
    return len(keys)
