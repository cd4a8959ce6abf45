"""Lists in the office: the city's officers read, confirm and withdraw them; the others only see what holds."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from common.models import AuditEntry
from places.models import DesignationDraft, DesignationList
from places.queries import demonstration_towns, designations
from tests import people
from tests.flow.test_story import seller, storefront
from tests.places.designation import signed
from tests.places.designation.files import Cell, xlsx
from tests.places.designation.signed import BAD_ROW, FOUR, ROWS, TOWNS

pytestmark = pytest.mark.django_db
TITLED: list[list[Cell]] = [["吴川市名单"], *ROWS, ["合计", None, 4]]


@pytest.fixture
def city(client: Client) -> User:
    """黄科, signed in."""
    user = people.officer()
    client.force_login(user)
    return user


def upload(client: Client, rows: list[list[Cell]] = TITLED, **change: str) -> str:
    """Reads a list; the address of its preview, or the page with the refusal."""
    given = {
        "designates": "villages",
        "document_no": "吴府〔2026〕3号",
        "document_date": "2026-03-02",
    } | change
    file = SimpleUploadedFile("名单.xlsx", xlsx(rows))
    response = client.post(reverse("office:designation-read"), {**given, "file": file})
    return response["Location"] if response.status_code == 302 else response.content.decode()


def confirm(client: Client, address: str, *, choice: str = "all") -> str:
    """Posts what the preview shows, as its form does; where it leads to."""
    page = client.get(address).content.decode()
    digest = re.search(r'name="shown" value="([0-9a-f]{64})"', page)
    shown = digest[1] if digest else ""
    return client.post(address, {"shown": shown, "choice": choice})["Location"]


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_from_a_workbook_to_the_storefront(client: Client, city: User) -> None:
    address = upload(client)
    page = text_of(client, address)
    for text in (
        "吴阳镇水洒村委会（440883106206）",
        "确认后共 4 个村，应为 16 个",
        "16 处示例全部结束",
        "确认登记 4 处",
        "有 1 行不是名单",
        "吴府〔2026〕3号",
    ):
        assert text in page
    assert set(designations().values()) == {True}
    listed = confirm(client, address)
    listing = DesignationList.objects.get()
    assert listed == reverse("office:designation-list", args=[listing.pk])
    assert (listing.imported_by_id, listing.imported_by_label) == (str(city.pk), city.label)
    page = text_of(client, listed)
    assert listing.file_sha256 in page
    assert "已登记 4 处" in page
    board = text_of(client, reverse("office:designation"))
    assert "<dd>4 / 16</dd>" in board
    assert "4/16 个村，请核对" in board
    assert "示例" not in board
    entry = AuditEntry.objects.get(action="import_designation")
    assert (entry.actor_id, entry.object_id) == (str(city.pk), str(listing.pk))


def test_the_sample_is_named_until_the_real_list_comes(client: Client, city: User) -> None:
    fronts = ["440883106206", "440883106210"]
    for number, village in enumerate(fronts, start=1):
        storefront(seller(village, f"李{number}", number))
    pages = [f"/v/{village}/" for village in fronts]
    pages += [
        reverse("office:designation"),
        reverse("office:home"),
        reverse("office:village", args=["440883106206"]),
    ]
    assert ["示例名单" in text_of(client, page) for page in pages] == [True] * 5
    confirm(client, upload(client))
    assert ["示例" in text_of(client, page) for page in pages] == [False] * 5


def test_a_bad_row_leaves_only_the_good_ones_to_confirm(client: Client, city: User) -> None:
    address = upload(client, [*ROWS, BAD_ROW])
    page = text_of(client, address)
    assert "“新屋村”有同名的：浅水镇新屋村委会（440883100204） / 黄坡镇新屋村委会（440883109217）" in page
    assert 'value="only_good"' in page
    assert 'value="all"' not in page
    assert confirm(client, address) == address
    assert "整份名单没有登记" in text_of(client, address)
    assert not DesignationList.objects.exists()
    confirm(client, address, choice="only_good")
    assert set(designations()) == set(FOUR)
    assert DesignationList.objects.get().is_partial


def test_the_same_list_again_changes_nothing(client: Client, city: User) -> None:
    confirm(client, upload(client))
    address = upload(client, ROWS)
    assert "名单里的都已登记" in text_of(client, address)
    assert (
        client.post(address, {"shown": signed.shown(DesignationDraft.objects.get().key)}).status_code == 302
    )
    assert DesignationList.objects.count() == 1
    assert not DesignationDraft.objects.exists()


def test_a_preview_confirmed_by_another_leads_to_the_list(client: Client, city: User) -> None:
    address = upload(client)
    other = Client()
    other.force_login(people.officer(name="吴科"))
    page = other.get(address).content.decode()
    confirm(client, address)
    digest = re.search(r'name="shown" value="([0-9a-f]{64})"', page)
    assert digest is not None
    assert other.post(address, {"shown": digest[1], "choice": "all"})["Location"] == address
    shown = other.get(address, follow=True).content.decode()
    assert f"{city.label}已经确认过这份名单" in shown
    assert DesignationList.objects.count() == 1


def test_what_changed_since_is_shown_again(client: Client, city: User) -> None:
    address = upload(client)
    page = text_of(client, address)
    signed.imported(signed.reading(ROWS[:3]))
    digest = re.search(r'name="shown" value="([0-9a-f]{64})"', page)
    assert digest is not None
    assert client.post(address, {"shown": digest[1], "choice": "all"})["Location"] == address
    assert "看过以后情况变了" in text_of(client, address)
    assert set(designations()) == set(FOUR[:2])


def test_a_batch_flies_on_the_board(client: Client, city: User) -> None:
    confirm(client, upload(client, TOWNS, designates="2", document_no="吴府〔2026〕9号"))
    assert [(row.town_id, row.batch) for row in demonstration_towns()][1:] == [
        ("440883102", 2),
        ("440883109", 2),
    ]
    board = text_of(client, reverse("office:designation"))
    for text in ("黄坡镇", "水产", "吴府〔2026〕9号", "方案 2–3 个", "写在方案里", "还没有登记名单"):
        assert text in board


def test_a_list_that_was_wrong_is_withdrawn(client: Client, city: User) -> None:
    listed = confirm(client, upload(client))
    assert "撤回这份名单" in text_of(client, listed)
    client.post(f"{listed}withdraw/", {"reason": " "})
    assert set(designations()) == set(FOUR)
    assert "请写明撤回的原因" in text_of(client, listed)
    client.post(f"{listed}withdraw/", {"reason": "文件不对"})
    assert designations() == {}
    page = text_of(client, listed)
    assert "文件不对" in page
    assert "撤回这份名单</button>" not in page
    assert "已撤回" in text_of(client, reverse("office:designation"))


def test_a_dropped_preview_is_gone(client: Client, city: User) -> None:
    address = upload(client)
    assert "读过、还没登记的名单" in text_of(client, reverse("office:designation"))
    client.post(f"{address}drop/")
    assert client.get(address).status_code == 404
    assert not DesignationDraft.objects.exists()


def test_a_preview_is_gone_after_a_day(client: Client, city: User) -> None:
    address = upload(client)
    DesignationDraft.objects.update(made_at=timezone.now() - timedelta(days=1))
    assert client.get(address).status_code == 404
    assert client.post(address, {"shown": "x", "choice": "all"}).status_code == 404
    assert set(designations().values()) == {True}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"document_no": ""}, "文号"),
        ({"document_no": "　"}, "文号"),
        ({"document_date": ""}, "文件日期"),
        ({"document_date": "2999-01-01"}, "不晚于今天"),
        ({"document_date": "1915-03-02"}, "2015年以后"),
        ({"designates": "1"}, "登记什么"),
        ({"designates": "2"}, "像是村的名单"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    client: Client, city: User, change: dict[str, str], says: str
) -> None:
    page = upload(client, **change)
    assert says in page
    assert 'role="alert"' in page
    assert not DesignationDraft.objects.exists()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"x" * 1_000_001, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_file_that_is_no_list_is_refused_at_its_field(client: Client, city: User, content: bytes) -> None:
    given = {"designates": "villages", "document_no": "1", "document_date": "2026-03-02"}
    file = SimpleUploadedFile("名单.xlsx", content)
    page = client.post(reverse("office:designation-read"), {**given, "file": file}).content.decode()
    assert 'id="id_file-error"' in page
    assert not DesignationDraft.objects.exists()


def test_text_of_a_list_is_shown_as_text(client: Client, city: User) -> None:
    address = upload(
        client, [["镇", "村", "<b>备注</b>"], ["吴阳镇", "<script>alert(1)</script>"], ["合计", "<i>"]]
    )
    page = text_of(client, address)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "<i>" not in page
    assert "<b>备注" not in page


def test_only_the_city_registers_and_every_officer_sees_what_holds(client: Client, city: User) -> None:
    listed = confirm(client, upload(client))
    draft = upload(client, [*ROWS[:2], BAD_ROW])
    city_only = [reverse("office:designation-read"), draft]
    posts = [*city_only, f"{draft}drop/", f"{listed}withdraw/"]
    everyone = [reverse("office:designation"), listed]

    def seen(user: User) -> tuple[list[int], list[int], list[int]]:
        client.force_login(user)
        return (
            [client.get(url).status_code for url in everyone],
            [client.get(url).status_code for url in city_only],
            [client.post(url, {"choice": "only_good", "reason": "x"}).status_code for url in posts],
        )

    for user in (people.officer(town="440883106"), people.officer(village="440883106206")):
        assert seen(user) == ([200] * 2, [404] * 2, [404] * 4)
        page = text_of(client, everyone[0])
        assert "导入名单" not in page
        assert "撤回这份名单" not in text_of(client, listed)
    for user in (people.person("阿珍"), people.staff("cashier"), people.staff("checker", "service")):
        assert seen(user) == ([404] * 2, [404] * 2, [404] * 4)
    client.logout()
    assert [client.get(url).status_code for url in everyone + city_only] == [302] * 4
    assert [client.post(url).status_code for url in posts] == [302] * 4
    assert set(designations()) == set(FOUR)
    assert DesignationDraft.objects.count() == 1


def test_what_is_read_is_not_changed_by_reading(client: Client, city: User) -> None:
    for name in ("designation-drop", "designation-withdraw"):
        address = reverse(
            f"office:{name}",
            args=[1 if name.endswith("withdraw") else "0" * 8 + "-0000" * 3 + "-" + "0" * 12],
        )
        assert client.get(address).status_code == 405
        assert client.post(address).status_code == 404
    assert client.post(reverse("office:designation")).status_code == 405


def test_pages_cost_an_exact_number_of_statements(
    client: Client, city: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    listed = confirm(client, upload(client))
    confirm(client, upload(client, TOWNS, designates="2"))
    draft = upload(client, [*ROWS[:2], BAD_ROW])
    client.get(listed)
    for url, statements in ((reverse("office:designation"), 8), (draft, 10), (listed, 6)):
        with django_assert_num_queries(statements):
            assert client.get(url).status_code == 200


def test_pages_are_there_in_english(client: Client, city: User) -> None:
    listed = confirm(client, upload(client))
    draft = upload(client, [*ROWS, BAD_ROW])
    client.get(listed)  # takes the message along that was written in Chinese
    for url in (reverse("office:designation"), reverse("office:designation-read"), draft, listed):
        page = client.get(f"/en{url}")
        assert page.status_code == 200
        # What the list itself says stays as it was written.
        main = re.sub(
            "吴府〔2026〕3号|名单.xlsx|黄科|名单|(新屋村)|吴阳镇 水洒村|浅水镇 新屋村|黄坡镇 新屋村|浅水镇|黄坡镇",
            "",
            page.content.decode(),
        )
        main = main[main.index("<main") : main.index("</main")]
        assert re.findall(r"[\u4e00-\u9fff]+", main) == []
