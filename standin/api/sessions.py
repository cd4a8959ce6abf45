"""Checkout sessions: made, read, listed, expired."""

from standin.api import session_fields as read
from standin.api.call import Call
from standin.fields import branch, pairs, text
from standin.finding import session_of
from standin.ids import SESSION, new_id
from standin.objects import Json, Session
from standin.paying import expire
from standin.refusals import not_possible, wrong_parameter
from standin.shapes.session import shown


def create(call: Call) -> Json:
    """A session and the address of its page."""
    fields, now = call.fields, call.account.clock.now()
    read.check_names(fields)
    success_url = read.url_of(fields, "success_url")
    if success_url is None:
        raise wrong_parameter("Missing required param: success_url.", "success_url", "parameter_missing")
    methods = read.methods_of(fields, call.account.methods)
    intent_metadata, description = read.intent_data_of(fields)
    ref = new_id(SESSION)
    session = Session(
        id=ref,
        created=now,
        expires_at=read.expires_at_of(fields, now),
        url=f"{call.base_url}/pay/{ref}",
        items=read.items_of(fields),
        locale=read.locale_of(fields),
        methods=methods,
        allowed=read.allowed_of(fields),
        reference=text(fields, "client_reference_id", "") or None,
        metadata=pairs(fields, "metadata"),
        intent_metadata=intent_metadata,
        description=description,
        success_url=success_url,
        cancel_url=read.url_of(fields, "cancel_url"),
        is_adaptive=branch(fields, "adaptive_pricing").get("enabled", "true") == "true",
        wechat_client=read.wechat_client_of(fields, methods),
    )
    call.account.sessions[ref] = session
    return shown(session)


def retrieve(call: Call) -> Json:
    """One session."""
    call.takes()
    return shown(session_of(call.account, call.ref))


def listed(call: Call) -> Json:
    """All sessions."""
    return call.page(call.account.sessions, shown, "payment_intent", "status")


def expired(call: Call) -> Json:
    """Ends a session that is open; any other stays as it is and is refused."""
    call.takes()
    session = session_of(call.account, call.ref)
    if session.status != "open":
        raise not_possible(
            f'Only Checkout Sessions with a status in ["open"] can be expired. This one is {session.status}.'
        )
    expire(call.account, session)
    return shown(session)
