"""A provider's notice: the signature is checked, the notice stored once, the work done afterwards."""

import logging

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from common.odd_input import takes_raw_body
from config.worker import ask
from flow.hear_notice import store_notice
from payments.gateways.base import NoticeRejected
from payments.gateways.registry import gateway

log = logging.getLogger(__name__)
MOST_BYTES = 256 * 1024


@csrf_exempt  # the provider's signature stands in for the token
@require_POST
@takes_raw_body
def stripe(request: HttpRequest) -> HttpResponse:
    """200 for every good notice, also a repeated one; 400 for one that is not Stripe's."""
    now = timezone.now()
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:
        return HttpResponse(status=413)
    try:
        notice = gateway("stripe").parse_notice(body=request.body, headers=request.headers, now=now)
    except NoticeRejected as error:
        log.warning("stripe notice refused: %s", error)
        return HttpResponse(status=400)
    event_id = store_notice("stripe", notice, now=now)
    if event_id is not None:
        ask("process_notice", event_id)
    return HttpResponse(status=200)
