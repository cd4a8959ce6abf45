"""Which papers a class asks for, and the guard that puts nothing on sale without them."""

from django.db import migrations

from common.guards import guard

_RULES = """
INSERT INTO catalog_paperrule (product_class, need, kind, source) VALUES
('processed', 'making', 'food_production', '《食品安全法》第三十五条'),
('processed', 'making', 'workshop', '《食品安全法》第三十六条'),
('processed', 'selling', 'food_production', '《食品经营许可和备案管理办法》'),
('processed', 'selling', 'food_business', '《食品安全法》第三十五条'),
('processed', 'selling', 'prepackaged_filing', '《食品安全法》第三十五条'),
('processed', 'label', 'label', '《食品安全法》第六十七条')
"""

# The time that decides is the listing's own `on_sale_since`, in Shanghai, never the server's clock.
_REFUSE_IF = """
NEW.state = 'on_sale'
AND (OLD.state IS DISTINCT FROM 'on_sale'
     OR (NEW.product_class, NEW.vendor_id, NEW.on_sale_since, NEW.papers_until)
     IS DISTINCT FROM (OLD.product_class, OLD.vendor_id, OLD.on_sale_since, OLD.papers_until))
AND (
    EXISTS (
        SELECT 1 FROM (
            SELECT DISTINCT need FROM catalog_paperrule
            WHERE product_class = NEW.product_class AND kind <> 'label'
        ) n
        WHERE NEW.papers_until IS NULL OR NOT EXISTS (
            SELECT 1 FROM catalog_paperrule r
            JOIN vendors_vendorpaper p ON p.kind = r.kind AND p.vendor_id = NEW.vendor_id
            WHERE r.product_class = NEW.product_class AND r.need = n.need AND p.withdrawn_on IS NULL
            AND p.valid_from <= (NEW.on_sale_since AT TIME ZONE 'Asia/Shanghai')::date
            AND p.valid_until >= (NEW.on_sale_since AT TIME ZONE 'Asia/Shanghai')::date
            AND p.valid_until >= NEW.papers_until
        )
    )
    OR EXISTS (SELECT 1 FROM catalog_paperrule WHERE product_class = NEW.product_class AND kind = 'label')
    AND NOT EXISTS (SELECT 1 FROM catalog_label WHERE listing_id = NEW.product_id)
)
"""


class Migration(migrations.Migration):
    """Rules as they stand today; another migration changes them when the regulator does."""

    dependencies = [("catalog", "0003_papers_and_labels"), ("vendors", "0004_supply_guards")]

    operations = [
        migrations.RunSQL(_RULES, "DELETE FROM catalog_paperrule"),
        guard(
            name="listing_on_sale_has_papers_in_date",
            table="catalog_listing",
            when="BEFORE INSERT OR UPDATE",
            refuse_if=_REFUSE_IF,
        ),
    ]
