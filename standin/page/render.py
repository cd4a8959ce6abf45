"""The page's HTML. Everything from outside is escaped by Markup."""

from functools import cache
from pathlib import Path

from markupsafe import Markup

from standin.objects import Session
from standin.page.words import words

CHECKED = Markup(" checked")
HERE = Path(__file__).resolve().parent


@cache
def _file(name: str) -> Markup:
    return Markup((HERE / name).read_text(encoding="utf-8"))  # noqa: S704  our own files


def _framed(said: dict[str, str], heading: str, body: Markup) -> Markup:
    return _file("frame.html").format_map(said | {"heading": heading, "body": body})


def money(fen: int) -> str:
    """1790 fen is ¥17.90."""
    return f"¥{fen // 100:,}.{fen % 100:02d}"


def open_page(session: Session, *, was_declined: bool, is_incomplete: bool = False) -> Markup:
    """The page to pay on."""
    said = words(session.locale)
    item = Markup("<li><span>{}{}</span><span>{}</span></li>")
    method = Markup('<label><input type="radio" name="method" value="{}"{} required> {}</label>')
    alert = said["choose"] if is_incomplete else said["declined"] if was_declined else ""
    body = _file("open.html").format_map(
        said
        | {
            "ref": session.id,
            "amount": money(session.total),
            "order_line": f"{said['order']} {session.description}" if session.description else "",
            "alert": Markup('<p class="alert" role="alert">{}</p>').format(alert) if alert else "",
            "items": Markup("\n").join(
                item.format(
                    line.title,
                    f" × {line.quantity}" if line.quantity > 1 else "",
                    money(line.quantity * line.unit_amount),
                )
                for line in session.items
            ),
            "methods": Markup("\n").join(
                method.format(name, CHECKED if index == 0 else "", said[name])
                for index, name in enumerate(session.methods)
            ),
        }
    )
    return _framed(said, said["title"], body)


def closed_page(session: Session) -> Markup:
    """A session that is over: paid, on its way, or expired."""
    said = words(session.locale)
    kind = "done" if session.status == "complete" else "expired"
    target = success_url(session) if kind == "done" else session.cancel_url
    return _framed(said, said[f"{kind}_title"], _closed(said, kind, target))


def unknown_page() -> Markup:
    """No session has this id; nobody knows in which language it was, so both are said."""
    zh, en = words("zh"), words("en")
    both = {name: f"{zh[name]} / {en[name]}" for name in ("unknown_title", "unknown")}
    said = zh | both | {"note": f"{zh['note']} {en['note_title']}: {en['note']}"}
    return _framed(said, said["unknown_title"], _closed(said, "unknown", None))


def success_url(session: Session) -> str:
    """Where a buyer who paid goes, with the session's id where the shop asked for it."""
    return session.success_url.replace("{CHECKOUT_SESSION_ID}", session.id)


def _closed(said: dict[str, str], kind: str, target: str | None) -> Markup:
    back = Markup('<a class="button" href="{}">{}</a>').format(target, said["back"]) if target else ""
    return _file("closed.html").format_map(
        {"heading": said[f"{kind}_title"], "sentence": said[kind], "back": back}
    )
