"""The pay page: it says what it is, works without script, and takes one payment."""

import re

import requests

from standin.testing import Standin
from tests.standin.shop import choose, get, opened, page


def test_the_page_says_what_it_is_and_what_is_to_pay(standin: Standin) -> None:
    answer = page(standin, opened(standin))
    assert answer.status_code == 200
    assert '<html lang="zh-Hans">' in answer.text
    assert "这是演示用的付款页" in answer.text
    assert "不会动用任何资金" in answer.text
    assert "<strong>¥17.90</strong>" in answer.text
    assert "湛江菠萝 &lt;b&gt; × 2" in answer.text
    assert re.findall(r'name="method" value="(\w+)"', answer.text) == ["card", "alipay", "wechat_pay"]
    assert re.findall(r'name="outcome" value="(\w+)"', answer.text) == ["success", "failure", "slow", "close"]
    assert [word in answer.text for word in ("银行卡", "支付宝", "微信支付")] == [True] * 3


def test_in_english_it_has_no_chinese_of_its_own(standin: Standin) -> None:
    item = {"line_items[0][price_data][product_data][name]": "Pineapple"}
    text = page(standin, opened(standin, locale="en", **item)).text
    assert '<html lang="en">' in text
    assert "No money moves" in text
    assert not re.search(r"[\u4e00-\u9fff]", text)


def test_nothing_runs_and_nothing_is_styled_in_the_page(standin: Standin) -> None:
    answer = page(standin, opened(standin))
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'; style-src 'self'" in policy
    assert policy.endswith("form-action 'self' http://shop.test")
    assert not re.search(r"<script|<style|style=|\son\w+=", answer.text)
    style = requests.get(f"{standin.url}/_page/pay.css", timeout=5)
    assert (style.status_code, style.headers["Content-Type"]) == (200, "text/css; charset=utf-8")


def test_a_failed_try_is_told_and_may_be_repeated(standin: Standin) -> None:
    ref = opened(standin)
    answer = choose(standin, ref, outcome="failure", method="card")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/pay/{ref}")
    assert "您没有被扣款" in page(standin, ref).text
    assert choose(standin, ref, outcome="success", method="alipay").headers["Location"].endswith(f"s={ref}")
    assert get(standin, f"checkout/sessions/{ref}")["payment_status"] == "paid"


def test_a_page_left_open_in_two_tabs_takes_one_payment(standin: Standin) -> None:
    ref = opened(standin)
    for _ in range(2):
        choose(standin, ref, outcome="success", method="alipay")
    assert len(get(standin, "charges")["data"]) == 1
    text = page(standin, ref).text
    assert "无需再付" in text
    assert f"http://shop.test/r?s={ref}" in text
    assert "<form" not in text


def test_an_expired_page_leads_back(standin: Standin) -> None:
    ref = opened(standin)
    standin.control("clock", {"seconds": 86_401})
    text = page(standin, ref).text
    assert "付款页已关闭" in text
    assert 'href="http://shop.test/c"' in text
    choose(standin, ref, outcome="success", method="alipay")
    assert get(standin, "charges")["data"] == []


def test_a_form_sent_half_filled_pays_nothing(standin: Standin) -> None:
    ref = opened(standin)
    for form in ({"outcome": "success"}, {"outcome": "success", "method": "cash"}, {"method": "card"}, {}):
        answer = choose(standin, ref, **form)
        assert (answer.status_code, "请选择一种付款方式" in answer.text) == (200, True)
    assert get(standin, "charges")["data"] == []


def test_an_unknown_page_says_so_in_both_languages(standin: Standin) -> None:
    answer = page(standin, "cs_test_nowhere")
    assert answer.status_code == 404
    assert "没有这个付款页 / There is no such payment page" in answer.text


def test_an_account_without_a_method_does_not_show_it(standin: Standin) -> None:
    standin.control("methods", {"methods": ["alipay"]})
    assert re.findall(r'name="method" value="(\w+)"', page(standin, opened(standin)).text) == ["alipay"]
