"""`python -m peer.fill goods.csv`: the market's own products, read from a file, in an empty Oscar shop."""

import csv
import sys
from pathlib import Path

import django


def fill(rows: list[dict[str, str]]) -> None:
    """Products, partners, categories, stock, and a country to send to."""
    from django.db import connection  # noqa: PLC0415  after Django has started
    from oscar.apps.address.models import Country  # noqa: PLC0415  as above
    from oscar.apps.catalogue.models import Category, Product, ProductCategory, ProductClass  # noqa: PLC0415  as above
    from oscar.apps.partner.models import Partner, StockRecord  # noqa: PLC0415  as above

    Country.objects.create(
        iso_3166_1_a2="CN", printable_name="China", name="CHINA", is_shipping_country=True, display_order=1
    )
    kind = ProductClass.objects.create(name="farm produce", requires_shipping=True, track_stock=True)
    categories = {name: Category.add_root(name=name) for name in sorted({row["category"] for row in rows})}
    partners = {
        name: Partner.objects.create(name=name, code=f"p{number}")
        for number, name in enumerate(sorted({row["shop"] for row in rows}))
    }
    Product.objects.bulk_create(
        [
            Product(
                pk=int(row["id"]),
                title=row["title"],
                slug=row["slug"],
                description=row["description"],
                product_class=kind,
                is_public=True,
            )
            for row in rows
        ],
        batch_size=5000,
    )
    StockRecord.objects.bulk_create(
        [
            StockRecord(
                product_id=int(row["id"]),
                partner=partners[row["shop"]],
                partner_sku=f"p{row['id']}",
                price_currency="CNY",
                price=row["price"],
                num_in_stock=int(row["stock"]),
            )
            for row in rows
        ],
        batch_size=5000,
    )
    ProductCategory.objects.bulk_create(
        [ProductCategory(product_id=int(row["id"]), category=categories[row["category"]]) for row in rows],
        batch_size=5000,
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('catalogue_product', 'id'), max(id)) FROM catalogue_product"
        )


if __name__ == "__main__":
    django.setup()
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        fill(list(csv.DictReader(file)))
