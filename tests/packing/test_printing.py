"""PDF on this machine, and what is said where it cannot be (B073)."""

import io

import pypdf
import pytest

from common import printing
from common.checks import slips_can_be_printed_as_pdf


@pytest.fixture(autouse=True)
def _looked_up_anew() -> None:
    printing.missing.cache_clear()


@pytest.mark.skipif(bool(printing.missing()), reason="this machine has no Pango or no Chinese font")
def test_b073_rare_characters_can_be_read_back() -> None:
    written = "塘㙍镇 赵𬭊 钱䶮 孙𠮷 阿依·测试"
    made = printing.pdf_of(f"<p>{written}</p>", stylesheets=[])
    assert pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text() == written


@pytest.mark.skipif(bool(printing.missing()), reason="this machine has no Pango or no Chinese font")
def test_a_page_reads_no_file_and_asks_no_network() -> None:
    page = '<p>a</p><img src="file:///etc/hostname"><img src="http://127.0.0.1:1/x.png">'
    assert pypdf.PdfReader(io.BytesIO(printing.pdf_of(page, stylesheets=[]))).pages[0].images.keys() == []


def test_b073_the_start_names_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_holds", lambda path, text: False)
    warned = slips_can_be_printed_as_pdf(None)
    assert [(row.id, row.is_serious(40)) for row in warned] == [("printing.W001", False)]
    assert "塘㙍" in warned[0].msg
    with pytest.raises(printing.NoPdf):
        printing.pdf_of("<p>x</p>", stylesheets=[])
    printing.missing.cache_clear()
