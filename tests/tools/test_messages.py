"""The translation tool on small samples, and the market's own English."""

from tools.messages import extract
from tools.messages.catalogue import faults
from tools.messages.extract import _of, _without_marked


def test_messages_of_python_and_templates_are_found() -> None:
    assert list(_of('x = _("你好")\ny = ngettext("%(n)s 件", "%(n)s 件货", n)\n')) == [
        (None, "你好", None),
        (None, "%(n)s 件", "%(n)s 件货"),
    ]


def test_a_call_without_a_literal_asks_for_nothing() -> None:
    assert list(_of("_(name)\n_()\nngettext(one, many, n)\npgettext(where, '好')\n_('好')\n")) == [
        (None, "好", None)
    ]


def test_a_context_is_kept() -> None:
    assert list(_of('pgettext("checkout", "付款")\n')) == [("checkout", "付款", None)]


def test_chinese_outside_a_mark_is_seen() -> None:
    marked = "{% translate '好' %}{# 注 #}{% blocktranslate trimmed %}好\n的{% endblocktranslate %}"
    assert not extract.HAN.search(_without_marked(marked))
    assert extract.HAN.search(_without_marked("<p>没有标记</p>"))


def test_every_message_has_its_english() -> None:
    assert faults() == []
