"""The demo's people: fictitious, and said to be. Certificate numbers use the unassigned area code 990101."""

from dataclasses import dataclass
from datetime import datetime

from accounts.models import OfficerRole, OperatorRole, User
from accounts.services import register

PASSWORD = "yanxing-demo"  # noqa: S105  printed by `make up`, refused nowhere but meant for the demo only
AREA = "990101"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def certificate(index: int, born: int | None = None) -> str:
    """An 18-character number that no person has, with its checksum right; `index` up to 999 tells them apart."""
    body = f"{AREA}{born or 1960 + index % 10}0101{index:03d}"
    check = "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11]
    return body + check


def sign_in(*, login: str, name: str, like: User) -> User:
    """A person with the demo's one password, copied as it was hashed once: sixty hashes take half a minute."""
    return User.objects.create(mobile=login, name=name, password=like.password)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who signs in: the operator's two cashiers of four eyes among them."""

    buyer: User
    cashier: User
    checker: User
    lines: tuple[str, ...]


def make_people(now: datetime) -> Cast:
    """Buyer, officers and the operator's staff."""
    buyer = register(login="13900000001", password=PASSWORD, name="阿珍（示例买家）")
    city = sign_in(login="13900000201", name="黄科（示例市级）", like=buyer)
    town = sign_in(login="13900000202", name="小梁（示例镇级）", like=buyer)
    village = sign_in(login="13900000203", name="小吴（示例村级）", like=buyer)
    cashier = sign_in(login="13900000301", name="阿芳（示例出纳）", like=buyer)
    checker = sign_in(login="13900000302", name="老梁（示例复核）", like=buyer)
    service = sign_in(login="13900000303", name="小何（示例客服）", like=buyer)
    level, job = OfficerRole.Level, OperatorRole.Job
    OfficerRole.objects.create(user=city, level=level.CITY, since=now)
    OfficerRole.objects.create(user=town, level=level.TOWN, town_id="440883106", since=now)
    OfficerRole.objects.create(user=village, level=level.VILLAGE, village_id="440883106206", since=now)
    for user, held in ((cashier, job.CASHIER), (checker, job.CHECKER), (service, job.SERVICE)):
        OperatorRole.objects.create(user=user, job=held, since=now)
    lines = (
        "演示账号（密码都是 yanxing-demo） / demo sign-ins, all with password yanxing-demo",
        "  买家 buyer               13900000001",
        "  农户 household           13900000101 … 13900000164   /desk/",
        "  合作社 cooperative       13900000401 … 13900000403   /desk/",
        "  市级 city officer        13900000201   /office/",
        "  镇级 town officer        13900000202   /office/",
        "  村级 village officer     13900000203   /office/",
        "  出纳 cashier             13900000301   /operator/",
        "  复核 checker             13900000302   /operator/",
        "  客服 service             13900000303   /operator/",
    )
    return Cast(buyer=buyer, cashier=cashier, checker=checker, lines=lines)
