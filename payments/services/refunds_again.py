"""A refund that its provider failed, on its way to the provider once more."""

from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from payments.models import Refund


def again(refund: Refund) -> None:
    """Pending anew, without the reference of the try that failed. The refund is locked by the caller.

    Until the provider has answered nobody can pay it by hand: the buyer would have it twice.

    Raises:
        DomainError: it is paid by hand, or has not failed.
    """
    if refund.is_manual or refund.state != Refund.State.FAILED:
        raise DomainError(_("这笔退款现在不能再次提交，请刷新后再看。"), code="not_failed")
    refund.state, refund.provider_ref, refund.failure = Refund.State.PENDING, "", ""
    refund.save(update_fields=["state", "provider_ref", "failure"])
