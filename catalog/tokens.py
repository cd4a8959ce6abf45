"""Character pairs: how Chinese text is found whatever the length of the word (platform.md 4.3).

Trigrams fail on two-character words, which are the norm. Each run of Han characters gives its single
characters and its pairs; Latin words and figures stay whole.
"""

import re
import unicodedata
from collections.abc import Iterable

_RUN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]+|[a-z0-9]+")

# Other writings of the same thing (domain.md 1.5). A text that has one is found by all of a row.
SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("塘㙍", "塘缀", "塘綴"),
    ("番薯", "红薯", "地瓜"),
    ("沙螺", "西施舌"),
    ("蟛蜞", "螃蜞"),
    ("稻谷", "大米", "丝苗米"),
    ("通菜", "空心菜", "蕹菜"),
    ("木瓜", "番木瓜"),
    ("番石榴", "芭乐"),
)


def normal(text: str) -> str:
    """Narrow, lower-case form."""
    return unicodedata.normalize("NFKC", text).casefold()


def tokens(text: str) -> list[str]:
    """All single characters and pairs of a text to be found, with its synonyms."""
    plain = normal(text)
    extra = [word for row in SYNONYMS if any(word in plain for word in row) for word in row]
    found: dict[str, None] = {}
    for part in [plain, *extra]:
        for token in _tokens_of(part, singles=True):
            found[token] = None
    return list(found)


def query_tokens(text: str) -> list[str]:
    """The tokens that must all be there: pairs, and single characters of one-character words."""
    found: dict[str, None] = {}
    for token in _tokens_of(normal(text), singles=False):
        found[token] = None
    return list(found)


def _tokens_of(text: str, *, singles: bool) -> Iterable[str]:
    for run in _RUN.findall(text):
        if run.isascii():
            yield run
            continue
        if singles or len(run) == 1:
            yield from run
        yield from (run[i : i + 2] for i in range(len(run) - 1))
