"""Answers that say no, in Stripe's shape."""

BAD_REQUEST, UNAUTHORISED, NOT_FOUND, CONFLICT, TOO_MANY = 400, 401, 404, 409, 429
DOCS = "https://stripe.com/docs/error-codes/"
KINDS = {
    BAD_REQUEST: "invalid_request_error",
    UNAUTHORISED: "invalid_request_error",
    NOT_FOUND: "invalid_request_error",
    CONFLICT: "invalid_request_error",
    TOO_MANY: "invalid_request_error",
}


class Refusal(Exception):
    """An error that the caller sees.

    `is_kept` says that the request was understood and acted on, so that the same idempotency key gets the
    same refusal again; what failed before that may be corrected and sent again under the same key.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        code: str | None = None,
        param: str | None = None,
        kind: str | None = None,
        is_kept: bool = False,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.param = param
        self.kind = kind or KINDS.get(status, "api_error")
        self.is_kept = is_kept

    def shown(self) -> dict[str, object]:
        """The body of the answer."""
        error: dict[str, object] = {"type": self.kind, "message": self.message}
        if self.code:
            error |= {"code": self.code, "doc_url": DOCS + self.code.replace("_", "-")}
        if self.param:
            error["param"] = self.param
        return {"error": error}


def no_such(kind: str, ref: str, *, param: str = "id") -> Refusal:
    """Stripe's own 404: nothing of this kind has this id."""
    return Refusal(NOT_FOUND, f"No such {kind}: '{ref}'", code="resource_missing", param=param)


def wrong_parameter(message: str, param: str, code: str | None = None) -> Refusal:
    """A parameter that cannot be taken as it is."""
    return Refusal(BAD_REQUEST, message, code=code, param=param)


def not_possible(message: str, *, code: str | None = None, param: str | None = None) -> Refusal:
    """Understood, looked at, and not possible as things stand."""
    return Refusal(BAD_REQUEST, message, code=code, param=param, is_kept=True)
