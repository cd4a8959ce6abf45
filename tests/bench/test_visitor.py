"""The bench's visitor sends what a browser would."""

import pytest

from bench.visitor import Answer, form_on, local

PAGE = """
<form action="/search/"><input name="q"></form>
<form method="post"><input type="hidden" name="token" value="a"><input type="radio" name="pay" value="card">
<input type="radio" name="pay" value="cash" checked><input type="checkbox" name="agreed" value="on">
<select name="country"><option value="CN">中国</option><option value="GB" selected>UK</option></select>
<textarea name="note"></textarea></form>
"""


def test_a_form_is_found_by_a_field_and_holds_what_is_chosen() -> None:
    form = form_on(Answer(200, "/checkout/", PAGE, {}), holding="pay")
    assert form.action == "/checkout/"
    assert form.fields == {"token": "a", "pay": "cash", "agreed": "", "country": "GB", "note": ""}


def test_a_page_without_the_form_is_named() -> None:
    with pytest.raises(LookupError, match=r"/checkout/ \(200\) has no form with shown"):
        form_on(Answer(200, "/checkout/", PAGE, {}), holding="shown")


def test_an_address_becomes_a_path() -> None:
    assert local("http://127.0.0.1:1/a/?b=1#c") == "/a/?b=1"
