"""The texts that a household agrees to or declares, in their first wording, and that no wording is ever changed."""

from datetime import date

from django.db import migrations

from common.append_only import append_only
from common.guards import guard

SINCE = date(2026, 1, 1)
# purpose, title, title_en, body, body_en. A new wording is a row of its own with a later day.
TEXTS = [
    (
        "joining",
        "开店与信息使用",
        "Opening a shop, and what we keep",
        "我家自愿在集市上卖自家产的东西。为了开店、发货和付款，集市保存我家的户编号、成员姓名和手机号；公开页面只写店名和村名，不写我家是什么户，也不写姓名。我随时可以暂停或停止卖货，也可以查看、更正这些信息。",
        "Our household sells its own produce here of its own will. To run the shop, send goods and pay us, the market keeps our household number, our names and our mobile number. Public pages show the shop's name and the village only, never what kind of household we are, nor a name. We may pause or stop at any time, and see and correct what is kept.",
    ),
    (
        "bank_account",
        "收款账户信息（单独同意）",
        "Bank account (a consent of its own)",
        "我同意集市为了付货款保存本户成员名下的一个银行账户。账号加密保存，只有付款人员在付款时能看到，页面上只显示最后四位。",
        "We agree that the market keeps one bank account in the name of a member of our household, to pay us. The number is encrypted; only those who pay see it, when they pay. Pages show the last four digits.",
    ),
    (
        "self_produced",
        "自产自销声明",
        "We sell what we produce",
        "我家在集市上卖的，都是自家种、自家养、自家捕捞或自家手工做的农副产品，不是收来转卖的。不属实的，由我家承担责任。（依据《电子商务法》第十条，自产农副产品免于登记。）",
        "What we sell here our household grew, raised, caught or made by hand itself; none of it was bought to be sold on. We answer for it if this is not so. (E-commerce Law, article 10: own farm produce needs no registration.)",
    ),
    (
        "act_for",
        "委托代办",
        "Letting somebody act for us",
        "我家同意这个人替我家在集市上架、打包、发货和看账。他做的每一件事，都会同时记下他的名字和我家；他不能改收款账户，也拿不到钱。我家随时可以结束，马上生效。",
        "Our household lets this person list goods, pack, send and read our money here for us. Everything they do is kept with their name and ours. They cannot change the bank account and receive no money. We can end it at any time, at once.",
    ),
    (
        "publish_story",
        "公开家庭故事（单独同意）",
        "Our story in public (a consent of its own)",
        "我家同意在店铺页面公开我们写好的故事和照片。随时可以撤回，撤回后马上不再显示。",
        "Our household lets the shop's page show our story and photos as we wrote them. We can take this back at any time; they then disappear at once.",
    ),
]


def write(apps, schema_editor):  # noqa: ANN001, ANN201  signature of Django's migrations
    """The first wordings."""
    apps.get_model("households", "ConsentText").objects.bulk_create(
        apps.get_model("households", "ConsentText")(
            purpose=purpose,
            version="1",
            since=SINCE,
            title=title,
            title_en=title_en,
            body=body,
            body_en=body_en,
        )
        for purpose, title, title_en, body, body_en in TEXTS
    )


class Migration(migrations.Migration):
    """Five rows, and triggers."""

    dependencies = [("households", "0002_consent_texts")]

    operations = [
        migrations.RunPython(write, migrations.RunPython.noop),
        append_only("households_consenttext"),
        guard(
            name="consent_is_to_a_text_there_is",
            table="households_consent",
            when="BEFORE INSERT",
            refuse_if="""NOT EXISTS (SELECT 1 FROM households_consenttext
                WHERE purpose = NEW.purpose AND version = NEW.text_version)""",
        ),
        guard(
            name="consent_stays_as_it_was_given",
            table="households_consent",
            when="BEFORE UPDATE",
            refuse_if="""OLD.withdrawn_at IS NOT NULL OR
                (NEW.household_id, NEW.purpose, NEW.text_version, NEW.about, NEW.given_at, NEW.given_by, NEW.channel)
                IS DISTINCT FROM
                (OLD.household_id, OLD.purpose, OLD.text_version, OLD.about, OLD.given_at, OLD.given_by, OLD.channel)""",
        ),
    ]
