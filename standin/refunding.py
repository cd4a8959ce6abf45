"""Money back: pending first, done or failed about a second later, as with Alipay and WeChat Pay."""

from standin.account import Account
from standin.ids import ENTRY, REFUND, new_id
from standin.objects import Charge, Entry, Refund
from standin.refusals import not_possible
from standin.shapes.payment import shown_charge
from standin.shapes.refund import shown


def give_back(
    account: Account, charge: Charge, amount: int | None, *, reason: str | None, metadata: dict[str, str]
) -> Refund:
    """A new refund; all that is left of the charge when no amount is named.

    Raises:
        Refusal: nothing, or less than the amount, is left.
    """
    refund = Refund(
        id=new_id(REFUND),
        created=account.clock.now(),
        charge_id=charge.id,
        intent_id=charge.intent_id,
        amount=_allowed(charge, amount),
        reason=reason,
        metadata=metadata,
    )
    charge.amount_refunded += refund.amount
    refund.entry_id = _entry(account, refund, "refund", -refund.amount)
    account.refunds[refund.id] = refund
    account.tell("refund.created", shown(refund))
    account.tell("charge.refunded", shown_charge(charge))
    _plan(account, refund)
    return refund


def finish(account: Account, refund: Refund) -> None:
    """The buyer has it."""
    if refund.status == "pending":
        refund.status = "succeeded"
        account.tell("refund.updated", shown(refund))


def fail(account: Account, refund: Refund) -> None:
    """It could not be given; the money is back on the account. Even one that succeeded may come back so."""
    if refund.status == "failed":
        return
    refund.status, refund.failure_reason = "failed", "declined"
    refund.failure_entry_id = _entry(account, refund, "refund_failure", refund.amount)
    account.charges[refund.charge_id].amount_refunded -= refund.amount
    account.tell("refund.updated", shown(refund))
    account.tell("refund.failed", shown(refund))


def _allowed(charge: Charge, amount: int | None) -> int:
    left = charge.amount - charge.amount_refunded
    if not left:
        raise not_possible(f"Charge {charge.id} has already been refunded.", code="charge_already_refunded")
    asked = left if amount is None else amount
    if asked < 1:
        raise not_possible("Invalid positive integer", code="parameter_invalid_integer", param="amount")
    if asked > left:
        raise not_possible(
            f"Refund amount ({asked} fen) is greater than unrefunded amount on charge ({left} fen)",
            param="amount",
        )
    return asked


def _entry(account: Account, refund: Refund, kind: str, amount: int) -> str:
    entry = Entry(new_id(ENTRY), account.clock.now(), kind, amount, 0, refund.id, "REFUND")
    account.entries[entry.id] = entry
    return entry.id


def _plan(account: Account, refund: Refund) -> None:
    ends = {"failed": fail}.get(account.refunds_become, finish)
    if account.refunds_become == "pending" or account.options.refund_seconds is None:
        return

    def end() -> None:
        with account.lock:
            if refund.status == "pending":
                ends(account, refund)

    account.later.after(account.options.refund_seconds, end)
