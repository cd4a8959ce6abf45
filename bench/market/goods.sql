-- Multiplies what the services have made (prototypes.py): each row is a prototype with a few columns changed, so that
-- a column added tomorrow is filled as the services fill it. Half of the households live in one village, so that its
-- storefront is full at every size.

CREATE TEMP TABLE place AS
SELECT row_number() OVER (ORDER BY code <> %(full_village)s, code) - 1 AS n, code FROM places_village;

INSERT INTO households_household
SELECT made.*
FROM generate_series(%(sellers)s + 1, %(households)s) AS series(n)
JOIN place ON place.n = CASE WHEN series.n %% 2 = 1 THEN 0 ELSE (series.n / 2) %% (SELECT count(*) FROM place) END
JOIN households_household AS prototype ON prototype.id = 1 + series.n %% %(sellers)s
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', series.n, 'provisional_no', 'B' || series.n, 'national_household_no', NULL, 'village_id', place.code)) AS made;

INSERT INTO partner_partner
SELECT made.*
FROM generate_series(%(sellers)s + 1, %(households)s) AS series(n)
JOIN partner_partner AS prototype ON prototype.id = 1 + series.n %% %(sellers)s
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', series.n, 'code', 'h' || series.n, 'name', prototype.name || series.n)) AS made;

INSERT INTO vendors_vendor
SELECT made.*
FROM households_household AS household
JOIN vendors_vendor AS prototype ON prototype.id = 1 + household.id %% %(sellers)s
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', household.id, 'shop_name', prototype.shop_name || household.id, 'household_id', household.id,
    'partner_id', household.id, 'village_id', household.village_id)) AS made
WHERE household.id > %(sellers)s;

INSERT INTO vendors_payeeaccount
SELECT made.*
FROM vendors_vendor AS vendor
JOIN vendors_payeeaccount AS prototype ON prototype.vendor_id = 1 + vendor.id %% %(sellers)s
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object('id', vendor.id, 'vendor_id', vendor.id)) AS made
WHERE vendor.id > %(sellers)s;

INSERT INTO catalogue_product
SELECT made.*
FROM generate_series(%(goods)s + 1, %(products)s) AS series(n)
JOIN catalogue_product AS prototype ON prototype.id = 1 + series.n %% %(goods)s
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', series.n, 'title', prototype.title || ' ' || series.n, 'slug', prototype.slug || '-' || series.n)) AS made;

-- A few have ten packs each, for the races; one has what the burst is about.
INSERT INTO partner_stockrecord
SELECT made.*
FROM generate_series(%(goods)s + 1, %(products)s) AS series(n)
JOIN partner_stockrecord AS prototype ON prototype.product_id = 1 + series.n %% %(goods)s
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', series.n, 'product_id', series.n, 'partner_id', 1 + series.n %% %(households)s, 'partner_sku', 'p' || series.n,
    'price', prototype.price + (series.n %% 50) * 0.10, 'num_allocated', 0,
    'num_in_stock', CASE WHEN series.n = %(burst_product)s THEN %(burst_stock)s
                         WHEN series.n BETWEEN %(first_race)s AND %(last_race)s THEN %(race_stock)s
                         ELSE 1000000 END)) AS made;

INSERT INTO vendors_stockmovement (kind, quantity, source, at, actor_label, stockrecord_id)
SELECT 'received', num_in_stock, 'listing:' || product_id, %(now)s, 'bench', id
FROM partner_stockrecord WHERE product_id > %(goods)s;

INSERT INTO catalog_listing
SELECT made.*
FROM partner_stockrecord AS stock
JOIN catalog_listing AS prototype ON prototype.product_id = 1 + stock.product_id %% %(goods)s
JOIN vendors_vendor AS vendor ON vendor.partner_id = stock.partner_id
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'product_id', stock.product_id, 'title_en', prototype.title_en || ' ' || stock.product_id,
    'published_at', %(now)s - stock.product_id * interval '1 minute', 'sold_count', stock.product_id %% 40,
    'vendor_id', vendor.id, 'village_id', vendor.village_id)) AS made
WHERE stock.product_id > %(goods)s;

INSERT INTO catalog_searchdocument
SELECT made.*
FROM catalog_listing AS listing
JOIN catalog_searchdocument AS prototype ON prototype.listing_id = 1 + listing.product_id %% %(goods)s
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'listing_id', listing.product_id,
    'pairs', (prototype.pairs || array_to_tsvector(ARRAY[listing.product_id::text]))::text)) AS made
WHERE listing.product_id > %(goods)s;
