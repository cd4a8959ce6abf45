"""Answers SendSms as the service does, and keeps what it would have sent."""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from werkzeug.wrappers import Request, Response

from standin.sms.signature import is_signed, key_of


@dataclass(frozen=True, slots=True)
class Sent:
    """One message that would have gone out."""

    number: str
    sign_name: str
    template: str
    parameters: dict[str, str]
    out_id: str


@dataclass
class SmsApp:
    """One account. `says` is the business code of the next answers; `slow` delays them; `status` breaks them."""

    access_key: str = "LTAI-standin"
    secret: str = "standin-secret"  # noqa: S105  of no account
    says: str = "OK"
    slow_seconds: float = 0.0
    status: int = 200
    sent: list[Sent] = field(default_factory=list)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
        """Answers one request."""
        return self._answer(Request(environ))(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if self.slow_seconds:
            time.sleep(self.slow_seconds)
        if self.status != 200:  # noqa: PLR2004  HTTP's own number
            return Response("Service Unavailable", self.status)
        if key_of(request) != self.access_key:
            return _said(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.")
        if not is_signed(request, secret=self.secret):
            return _said(400, "SignatureDoesNotMatch", "Specified signature does not match our calculation.")
        if request.headers.get("x-acs-action") != "SendSms":
            return _said(404, "InvalidAction.NotFound", "Specified api is not found.")
        if self.says != "OK":
            # A refusal of the business, such as a number that was written to too often, comes with 200.
            return _said(200, self.says, "refused")
        asked = request.values
        self.sent.append(
            Sent(
                number=asked["PhoneNumbers"],
                sign_name=asked["SignName"],
                template=asked["TemplateCode"],
                parameters=json.loads(asked["TemplateParam"]),
                out_id=asked.get("OutId", ""),
            )
        )
        return _said(200, "OK", "OK", BizId=f"{len(self.sent):018d}^0")


def _said(status: int, code: str, message: str, **more: str) -> Response:
    body = {"Code": code, "Message": message, "RequestId": "5A1F0000-STAND-IN", **more}
    return Response(json.dumps(body), status, mimetype="application/json")
