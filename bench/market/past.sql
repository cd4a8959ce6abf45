-- Multiplies the one order that the story has made (past_order.py), over all vendors and a year: paid, received,
-- completed, settled. Each row is a prototype with its keys, references and moments changed; amounts are as sold then.

CREATE TEMP TABLE past AS
SELECT series.n, 1 + series.n %% %(households)s AS vendor, 'H' || lpad(series.n::text, 9, '0') AS number,
       make_interval(days => (series.n %% 360)::int) AS ago,
       -- Two goods of that vendor, beyond the prototypes and those of the races.
       series.n %% %(households)s + %(households)s * (3 + series.n %% 2) AS first_product,
       series.n %% %(households)s + %(households)s * (5 + series.n %% 2) AS second_product
FROM generate_series(1, %(orders)s) AS series(n);

CREATE TEMP TABLE old AS
SELECT placement.order_id AS id, placement.number AS number,
       (SELECT min(id) FROM order_line) AS line, (SELECT id FROM fulfilment_vendororder) AS part,
       (SELECT id FROM payments_paymentattempt) AS attempt, (SELECT id FROM settlement_settlement) AS settlement
FROM orders_placement AS placement;

CREATE TEMP TABLE past_line AS
SELECT past.n, past.vendor, past.number, past.ago, place, old.line + past.n * 2 + place AS line,
       old.line + place AS old_line,
       CASE place WHEN 0 THEN past.first_product ELSE past.second_product END AS product
FROM past CROSS JOIN old CROSS JOIN generate_series(0, 1) AS series(place);

INSERT INTO order_order
SELECT made.* FROM past CROSS JOIN order_order AS prototype
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', prototype.id + past.n, 'number', past.number, 'basket_id', NULL,
    'date_placed', prototype.date_placed - past.ago)) AS made;

INSERT INTO orders_placement
SELECT made.* FROM past CROSS JOIN orders_placement AS prototype
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'order_id', prototype.order_id + past.n, 'number', past.number, 'token', 'bench' || past.number,
    'placed_at', prototype.placed_at - past.ago, 'expires_at', prototype.expires_at - past.ago,
    'paid_at', prototype.paid_at - past.ago, 'ended_at', prototype.ended_at - past.ago)) AS made;

INSERT INTO order_line
SELECT made.* FROM past_line CROSS JOIN old JOIN order_line AS prototype ON prototype.id = past_line.old_line
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', past_line.line, 'order_id', old.id + past_line.n, 'product_id', past_line.product,
    'stockrecord_id', past_line.product, 'partner_id', past_line.vendor)) AS made;

INSERT INTO orders_soldline
SELECT made.* FROM past_line CROSS JOIN old
JOIN orders_soldline AS prototype ON prototype.line_id = past_line.old_line
JOIN vendors_vendor AS vendor ON vendor.id = past_line.vendor
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'line_id', past_line.line, 'order_id', old.id + past_line.n, 'stockrecord_id', past_line.product,
    'vendor_id', vendor.id, 'household_id', vendor.household_id, 'village_id', vendor.village_id)) AS made;

INSERT INTO fulfilment_vendororder
SELECT made.* FROM past CROSS JOIN old CROSS JOIN fulfilment_vendororder AS prototype
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', prototype.id + past.n, 'order_id', old.id + past.n, 'vendor_id', past.vendor,
    'number', replace(prototype.number, old.number, past.number), 'ship_by', prototype.ship_by - past.ago,
    'packed_at', prototype.packed_at - past.ago, 'shipped_at', prototype.shipped_at - past.ago,
    'received_at', prototype.received_at - past.ago, 'claim_until', prototype.claim_until - past.ago,
    'completed_at', prototype.completed_at - past.ago)) AS made;

INSERT INTO fulfilment_vendororderline (vendor_order_id, sold_line_id)
SELECT old.part + past_line.n, past_line.line FROM past_line CROSS JOIN old;

INSERT INTO fulfilment_parcel
SELECT made.* FROM past CROSS JOIN old CROSS JOIN fulfilment_parcel AS prototype
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', prototype.id + past.n, 'vendor_order_id', old.part + past.n, 'waybill', past.number,
    'shipped_at', prototype.shipped_at - past.ago)) AS made;

INSERT INTO payments_paymentattempt
SELECT made.* FROM past CROSS JOIN old CROSS JOIN payments_paymentattempt AS prototype
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', prototype.id + past.n, 'key', gen_random_uuid(), 'order_id', old.id + past.n,
    'provider_ref', prototype.provider_ref || past.number, 'made_at', prototype.made_at - past.ago,
    'ended_at', prototype.ended_at - past.ago)) AS made;

INSERT INTO payments_receipt
SELECT made.* FROM past CROSS JOIN old CROSS JOIN payments_receipt AS prototype
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', prototype.id + past.n, 'attempt_id', old.attempt + past.n, 'order_id', old.id + past.n,
    'provider_ref', 'BENCH-' || past.n, 'received_at', prototype.received_at - past.ago)) AS made;

INSERT INTO settlement_settlement
SELECT made.* FROM past CROSS JOIN old CROSS JOIN settlement_settlement AS prototype
CROSS JOIN LATERAL jsonb_populate_record(prototype, jsonb_build_object(
    'id', prototype.id + past.n, 'vendor_order_id', old.part + past.n, 'vendor_id', past.vendor,
    'settled_at', prototype.settled_at - past.ago)) AS made;

INSERT INTO settlement_settlementline (settlement_id, sold_line_id, goods_kept, fee)
SELECT old.settlement + past_line.n, past_line.line, prototype.goods_kept, prototype.fee
FROM past_line CROSS JOIN old
JOIN settlement_settlementline AS prototype ON prototype.sold_line_id = past_line.old_line;

INSERT INTO vendors_stockhold (stockrecord_id, source, quantity, taken, released, made_at)
SELECT past_line.product, replace(prototype.source, old.number, past_line.number), prototype.quantity, prototype.taken,
       prototype.released, prototype.made_at - past_line.ago
FROM past_line CROSS JOIN old
JOIN orders_soldline AS sold ON sold.line_id = past_line.old_line
JOIN vendors_stockhold AS prototype ON prototype.stockrecord_id = sold.stockrecord_id;

INSERT INTO vendors_stockmovement (stockrecord_id, kind, quantity, source, at, actor_label)
SELECT past_line.product, prototype.kind, prototype.quantity, replace(prototype.source, old.number, past_line.number),
       prototype.at - past_line.ago, prototype.actor_label
FROM past_line CROSS JOIN old
JOIN orders_soldline AS sold ON sold.line_id = past_line.old_line
JOIN vendors_stockmovement AS prototype ON prototype.stockrecord_id = sold.stockrecord_id AND prototype.kind = 'sold';

UPDATE partner_stockrecord AS stock SET num_in_stock = stock.num_in_stock - gone.quantity
FROM (
    SELECT stockrecord_id, sum(quantity) AS quantity FROM vendors_stockmovement
    WHERE kind = 'sold' AND stockrecord_id IN (SELECT product FROM past_line) GROUP BY stockrecord_id
) AS gone
WHERE gone.stockrecord_id = stock.id;
