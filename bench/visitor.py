"""A visitor over real HTTP: one kept connection, cookies, forms filled as a browser sends them."""

import http.client
import ssl
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from types import TracebackType
from typing import Self
from urllib.parse import urlencode, urljoin, urlsplit

PATIENCE_SECONDS = 60.0
MOST_REDIRECTS = 6
REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as it came, and the path it came from."""

    status: int
    path: str
    text: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a page: where it goes and what it holds already."""

    action: str
    fields: dict[str, str]


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser of their own."""

    address: str
    host: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    _connection: http.client.HTTPConnection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leaves."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def get(self, path: str) -> Answer:
        """A page, redirects followed."""
        return self._follow("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Sends a form from a page of the same site, redirects followed."""
        return self._follow("POST", path, fields)

    def send(self, method: str, path: str, fields: dict[str, str] | None = None) -> Answer:
        """One request and its answer, whatever it is."""
        connection = self._connected()
        body = urlencode(fields) if fields is not None else None
        connection.request(method, path, body=body, headers=self._headers(has_form=fields is not None))
        response = connection.getresponse()
        raw = response.read()
        for line in response.headers.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return Answer(
            response.status,
            path,
            raw.decode("utf-8", "replace"),
            {k.lower(): v for k, v in response.getheaders()},
        )

    def _follow(self, method: str, path: str, fields: dict[str, str] | None) -> Answer:
        answer = self.send(method, path, fields)
        for _ in range(MOST_REDIRECTS):
            if answer.status not in REDIRECTS:
                break
            answer = self.send("GET", local(urljoin(path, answer.headers["location"])))
        return answer

    def _connected(self) -> http.client.HTTPConnection:
        if self._connection is None:
            parts = urlsplit(self.address)
            name, port = parts.hostname or "127.0.0.1", parts.port
            self._connection = (
                http.client.HTTPSConnection(name, port, timeout=PATIENCE_SECONDS, context=_trusting())
                if parts.scheme == "https"
                else http.client.HTTPConnection(name, port, timeout=PATIENCE_SECONDS)
            )
        return self._connection

    def _headers(self, *, has_form: bool) -> dict[str, str]:
        headers = {"Host": self.host or urlsplit(self.address).netloc, "Accept-Language": "zh-CN"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if has_form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Sec-Fetch-Site"] = "same-origin"
            headers["Referer"] = self.address + "/"
        return headers


def local(address: str) -> str:
    """The path and query of an address."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _trusting() -> ssl.SSLContext:
    """The bench's own nginx has a certificate that nobody signed."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def form_on(answer: Answer, *, holding: str) -> Form:
    """The first form of a page that holds a field of this name.

    Raises:
        LookupError: there is none.
    """
    reader = _Forms()
    reader.feed(answer.text)
    for form in reader.forms:
        if holding in form.fields:
            return Form(action=form.action or answer.path, fields=dict(form.fields))
    raise LookupError(f"{answer.path} ({answer.status}) has no form with {holding}")


class _Forms(HTMLParser):
    """Reads forms with their hidden values, chosen radio buttons and first options."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what a browser would send."""
        marks = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(marks.get("action", ""), {}))
        if not self.forms:
            return
        fields = self.forms[-1].fields
        if tag == "select":
            self._select = marks.get("name", "")
        elif tag == "option" and self._select and ("selected" in marks or self._select not in fields):
            fields[self._select] = marks.get("value", "")
        elif tag in {"input", "textarea"} and (name := marks.get("name")):
            is_chosen = marks.get("type") not in {"radio", "checkbox"} or "checked" in marks
            fields.setdefault(name, "")
            if is_chosen:
                fields[name] = marks.get("value", "")
