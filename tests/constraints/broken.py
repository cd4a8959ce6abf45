"""How each named constraint is broken: a table, and what one of its rows is set to, or TWICE for a second copy."""

TWICE = "twice"

# name: (table, SET clause or TWICE, which row, what of a copy is different)
BROKEN: dict[str, tuple[str, str, str, str]] = {}


def check(table: str, name: str, change: str, where: str = "true") -> None:
    BROKEN[name] = (table, change, where, "")


def unique(table: str, name: str, where: str = "true", but: str = "") -> None:
    BROKEN[name] = (table, TWICE, where, but)


unique("common_submissionkey", "submission_is_taken_once")
check("places_town", "town_code_is_of_wuchuan", "code = '110000001'", "code = '440883111'")
check("places_town", "town_kind_is_known", "kind = 'city'")
check("places_village", "village_code_has_twelve_digits", "code = '44088310620'")
check("places_village", "village_code_starts_with_its_town", "town_id = '440883100'", "town_id = '440883106'")
check("places_village", "village_kind_is_known", "kind = 'hamlet'")
unique("places_alias", "alias_is_noted_once")
check("places_demonstrationtown", "demonstration_batch_is_one_to_three", "batch = 4")
unique("places_villagedesignation", "village_is_designated_once", "ended_on is null")
check(
    "places_villagedesignation",
    "designation_names_its_document_unless_a_sample",
    "document_no = ''",
    "is_sample = false",
)
check(
    "places_villagedesignation",
    "designation_names_its_list_unless_a_sample",
    "listed_in_id = null",
    "not is_sample",
)
unique("places_demonstrationtown", "town_is_in_one_batch")
check(
    "places_demonstrationtown",
    "demonstration_town_of_a_later_batch_names_its_list",
    "listed_in_id = null",
    "batch = 2",
)
check("places_designationlist", "designation_list_of_towns_names_a_later_batch", "batch = null", "batch = 2")
check("places_designationlist", "designation_list_names_its_document", "document_no = ''")
check("places_designationlist", "designation_list_keeps_the_hash_of_its_file", "file_sha256 = 'x'")
check("places_designationlist", "designation_list_designates_something", "new_rows = 0")
check(
    "places_designationlist",
    "designation_list_with_bad_rows_says_that_it_is_partial",
    "bad_rows = 1, is_partial = false",
)
unique("places_designationlist", "designation_draft_is_confirmed_once")
unique("places_designationlistrow", "designation_row_is_noted_once")
check(
    "places_designationlistrow",
    "designation_row_has_a_place_or_a_reason",
    "place_code = ''",
    "outcome = 'new'",
)
check("places_designationwithdrawal", "designation_withdrawal_states_its_reason", "reason = ''")
check("places_designationdraft", "designation_draft_of_towns_names_a_later_batch", "batch = 2")
check("places_area", "area_below_a_province_has_a_parent", "parent_id = null", "level = 'city'")
check("places_area", "area_code_is_gb_t_2260", "code = '1'", "code = '440106'")
check("places_area", "area_is_not_its_own_parent", "parent_id = code", "level = 'city'")
unique("market_messages_outboxmessage", "message_is_written_once")
check(
    "market_messages_outboxmessage",
    "message_is_sent_or_given_up_not_both",
    "sent_at = now(), given_up_at = now()",
)
check("accounts_user", "user_has_a_way_to_sign_in", "mobile = null, email = null")
check("accounts_user", "user_mobile_is_eleven_digits", "mobile = '1380013800'")
check("accounts_user", "user_email_is_lower_case", "email = 'A@x.cn'")
unique("catalog_photo", "photo_is_kept_once", but="key = gen_random_uuid(), position = 1")
unique("catalog_photo", "photo_has_a_place_of_its_own", but="key = gen_random_uuid(), upload_key = 'copy'")
check("catalog_photo", "listing_has_nine_photos_at_most", "position = 9")
unique("catalog_listingdraft", "listing_draft_is_one_for_a_member", but="key = gen_random_uuid()")
check(
    "catalog_listingdraft",
    "listing_draft_that_was_listed_has_ended",
    "listing_id = (SELECT min(product_id) FROM catalog_listing)",
)
check("catalog_listingdraft", "listing_draft_pack_has_a_weight", "spec = '5斤装'", "spec = ''")
check("catalog_listingdraft", "listing_draft_price_is_positive", "price = 0")
check("catalog_listingdraft", "listing_draft_packing_is_not_negative", "packing_cost = -1")
check(
    "catalog_listingdraft",
    "listing_draft_has_nine_photos_at_most",
    "photos = array_fill(gen_random_uuid(), array[10])",
)
check("catalog_listingchange", "listing_change_kind_is_known", "kind = 'words'")
check(
    "catalog_listingchange",
    "listing_change_is_undone_after_it_was_made",
    "undone_at = made_at - interval '1 second'",
)
check("accounts_signincode", "sign_in_code_lives_for_a_while", "expires_at = sent_at")
check("accounts_signincode", "sign_in_code_is_tried_five_times_at_most", "tries = 6")
check("accounts_officerrole", "officer_role_names_the_place_of_its_level", "level = 'town'", "level = 'city'")
unique("accounts_officerrole", "officer_role_is_held_once", "level = 'city'")
check("accounts_operatorrole", "operator_job_is_known", "job = 'boss'")
unique("accounts_operatorrole", "operator_job_is_held_once")
check("households_household", "household_has_a_number", "national_household_no = null, provisional_no = null")
unique("households_member", "person_is_in_one_household")
check("households_member", "member_leaves_after_joining", "left_on = joined_on - 1")
unique("households_householdstatus", "household_has_one_status_a_day")
check(
    "households_consent",
    "consent_is_withdrawn_after_it_was_given",
    "withdrawn_at = given_at - interval '1 day'",
)
check("households_consent", "consent_names_its_text", "text_version = ''")
check("vendors_vendor", "vendor_household_is_set_for_households_only", "household_id = null")
check("vendors_vendor", "vendor_state_is_known", "state = 'asleep'")
check("vendors_vendor", "vendor_is_exempt_or_licensed", "self_produced_declared_on = null")
unique("vendors_vendormember", "vendor_member_is_current_once")
unique("vendors_payeeaccount", "vendor_has_one_current_payee_account")
unique("vendors_stockmovement", "stock_movement_has_one_source")
check("vendors_stockmovement", "stock_movement_moves_something", "quantity = 0")
check(
    "vendors_stockmovement",
    "stock_from_a_lot_is_received",
    "kind = 'lost', packing_id = (select id from vendors_supplypacking limit 1)",
    "packing_id is not null",
)
check("vendors_supplylot", "supply_lot_state_is_known", "state = 'lost', packed_g = 0", "state = 'received'")
check("vendors_supplylot", "supply_lot_weighs_something", "grams = 0, amount = 0, packed_g = 0")
check("vendors_supplylot", "supply_lot_price_is_positive", "price_per_kg = 0, amount = 0")
check("vendors_supplylot", "supply_lot_amount_is_price_times_weight", "amount = amount + 0.01")
check(
    "vendors_supplylot", "supply_lot_is_packed_at_most_in_full", "packed_g = grams + 1", "state = 'received'"
)
check(
    "vendors_supplylot",
    "supply_lot_is_received_before_it_is_packed",
    "state = 'draft', packed_g = 1, received_at = null",
    "state = 'received'",
)
check("vendors_supplylot", "supply_lot_received_has_a_day", "received_at = null", "state = 'received'")
check("vendors_supplylot", "supply_lot_paid_has_a_day", "paid_at = now()", "state = 'received'")
check("vendors_supplylot", "supply_lot_void_says_why", "state = 'void', packed_g = 0", "state = 'received'")
unique("vendors_supplyshare", "household_is_in_a_lot_once")
check("vendors_supplyshare", "supply_share_weighs_something", "grams = 0")
check("vendors_supplyshare", "supply_share_is_not_negative", "amount = -0.01")
check("vendors_supplypacking", "packing_packs_something", "packs = 0, grams = 0")
check("vendors_supplypacking", "packing_weighs_its_packs", "grams = grams + 1")
unique("vendors_vendorpaper", "paper_is_recorded_once")
check("vendors_vendorpaper", "paper_kind_is_known", "kind = 'a promise'")
check("vendors_vendorpaper", "paper_has_a_number", "number = ''")
check("vendors_vendorpaper", "paper_ends_after_it_begins", "valid_until = valid_from - 1")
check("vendors_vendorpaper", "paper_withdrawn_says_why", "withdrawn_on = valid_from, withdrawal_reason = ''")
unique("vendors_stockhold", "stock_is_held_once_for_a_source")
check("vendors_stockhold", "stock_hold_holds_something", "quantity = 0, taken = 0, released = 0")
check("vendors_stockhold", "stock_hold_ends_once", "taken = quantity, released = 1")
check("catalog_storefront", "storefront_belongs_to_a_town_or_a_village", "town_id = null, village_id = null")
check("catalog_storefront", "storefront_state_is_known", "state = 'half'")
check(
    "catalog_storefront",
    "storefront_reopens_after_closing",
    "closes_at = now(), reopens_at = now() - interval '1 day'",
)
check("catalog_listing", "listing_state_is_known", "state = 'sold'")
check("catalog_listing", "listing_has_a_net_weight", "net_weight_g = 0")
check("catalog_listing", "listing_packing_cost_is_not_negative", "packing_cost = -0.01")
check("catalog_listing", "listing_promises_a_dispatch", "ship_within_hours = 0")
check("catalog_listing", "listing_season_is_two_months", "season_from = 13, season_to = 1")
check("catalog_listing", "listing_return_rule_is_known", "return_rule = 'never'")
unique("catalog_paperrule", "paper_rule_is_noted_once")
check("catalog_paperrule", "paper_rule_asks_a_label_for_the_label", "need = 'label'", "need = 'making'")
check("catalog_label", "label_is_complete", "standard_code = ''")
check("orders_placement", "order_state_is_known", "state = 'lost'")
check("orders_placement", "order_total_is_goods_and_freight", "total = total + 0.01")
check("orders_placement", "order_method_is_known", "method = 'shells'")
check(
    "orders_placement",
    "order_expires_unless_paid_on_delivery",
    "expires_at = null",
    "method <> 'cash_on_delivery'",
)
check("orders_placement", "order_awaiting_payment_is_not_paid", "state = 'awaiting_payment', paid_at = now()")
check(
    "orders_soldline",
    "sold_line_amount_is_price_times_quantity_less_discounts",
    "goods_amount = goods_amount + 0.01",
)
check(
    "orders_soldline", "sold_line_is_worth_something", "unit_price = 0, goods_amount = 0, refunded_amount = 0"
)
check(
    "orders_soldline",
    "sold_line_discounts_are_not_negative",
    "platform_discount = -1, goods_amount = goods_amount + 1",
)
check("orders_soldline", "sold_line_comes_back_once", "returned_quantity = quantity + 1")
check("orders_soldline", "sold_line_is_refunded_at_most_in_full", "refunded_amount = goods_amount + 0.01")
check(
    "orders_soldline",
    "sold_line_returnable_for_seven_days",
    "return_rule = 'supported', claim_window = '6 days'",
)
check("orders_basketowner", "open_basket_has_an_owner", "user_id = null, key = null")
unique(
    "payments_paymentattempt",
    "order_has_one_open_payment_attempt",
    "state = 'open'",
    "key = gen_random_uuid(), provider_ref = null",
)
unique(
    "payments_paymentattempt",
    "payment_session_belongs_to_one_attempt",
    "provider_ref = 'cs_1'",
    "key = gen_random_uuid(), provider_ref = 'cs_1'",
)
check("payments_paymentattempt", "payment_attempt_state_is_known", "state = 'maybe'", "state = 'closed'")
check("payments_paymentattempt", "payment_attempt_asks_for_positive_yuan", "currency = 'USD'")
check("payments_paymentattempt", "payment_is_refunded_at_most_in_full", "refunded = received + 0.01")
check(
    "payments_paymentattempt",
    "payment_attempt_is_paid_when_money_came",
    "received = 0, refunded = 0",
    "state = 'paid'",
)
unique(
    "payments_receipt",
    "receipt_is_booked_once",
    "true",
    "attempt_id = (select id from payments_paymentattempt where state = 'closed' limit 1)",
)
check("payments_receipt", "receipt_is_positive_yuan", "amount = -1")
check("payments_refund", "refund_gives_something_back", "amount = 0")
check("payments_refund", "refund_has_a_day_when_done", "finished_at = null", "state = 'succeeded'")
check("payments_refund", "refund_states_its_reason", "reason = ''")
unique("payments_providerevent", "notice_is_stored_once")
check("payments_problem", "problem_is_closed_with_a_note", "closed_at = now(), closing_note = ''")
unique("fulfilment_vendororder", "vendor_has_one_part_of_an_order", "true", "number = 'another'")
check("fulfilment_vendororder", "vendor_order_state_is_known", "state = 'lost'")
check("fulfilment_vendororder", "vendor_order_has_goods", "goods_amount = 0, goods_refunded = 0")
check(
    "fulfilment_vendororder",
    "vendor_order_goods_refunded_at_most_in_full",
    "goods_refunded = goods_amount + 0.01",
)
check(
    "fulfilment_vendororder",
    "vendor_order_freight_refunded_at_most_in_full",
    "freight_refunded = freight_amount + 0.01",
)
check(
    "fulfilment_vendororder",
    "vendor_order_on_its_way_was_shipped",
    "shipped_at = null",
    "state = 'completed'",
)
check(
    "fulfilment_vendororder",
    "vendor_order_received_has_a_claim_window",
    "claim_until = null",
    "state = 'completed'",
)
check(
    "fulfilment_vendororder",
    "vendor_order_completes_after_its_claim_window",
    "completed_at = claim_until - interval '1 second'",
    "state = 'completed'",
)
check(
    "fulfilment_vendororder", "vendor_order_cancelled_has_a_day", "cancelled_at = null", "state = 'cancelled'"
)
unique("fulfilment_parcel", "waybill_belongs_to_one_parcel")
check("fulfilment_parcel", "waybill_has_a_form", "waybill = '单号'")
unique("fulfilment_refundshare", "refund_falls_on_a_line_once")
check("fulfilment_refundshare", "refund_share_is_positive", "amount = 0")
check("fulfilment_refundshare", "refund_share_is_borne_by_someone", "borne_by = 'nobody'")
check("fulfilment_refundshare", "freight_is_not_put_back", "sold_line_id = null, returned_quantity = 1")
unique("fulfilment_salesday", "sales_day_is_one_row_a_vendor")
check("settlement_settlement", "settlement_due_is_goods_and_freight_less_fee_and_refunds", "due = due + 0.01")
check("settlement_settlement", "settlement_has_no_negative_part", "refunds_of_others = -1")
check("settlement_settlementline", "settlement_line_fee_is_part_of_the_goods", "fee = goods_kept + 0.01")
check("settlement_adjustment", "adjustment_is_borne_by_one_side", "amount = 0.01")
check("settlement_payout", "payout_pays_something", "amount = 0")
check("settlement_payout", "payout_is_checked_by_another", "checked_by_id = made_by_id")
check("settlement_payout", "payout_is_checked_before_it_is_paid", "checked_by_id = null", "state = 'paid'")
check("settlement_payout", "payout_paid_has_a_bank_reference", "bank_reference = ''", "state = 'paid'")
check("settlement_payout", "payout_failed_says_why", "state = 'failed', failure = ''")
check(
    "settlement_payoutitem",
    "payout_item_is_a_settlement_or_an_adjustment",
    "settlement_id = null, adjustment_id = null",
)
unique("settlement_payoutitem", "settlement_is_paid_out_once", "settlement_id is not null")
unique("settlement_payoutitem", "adjustment_is_paid_out_once", "adjustment_id is not null")
unique("settlement_supplypayment", "supply_lot_is_paid_once")
check("settlement_supplypayment", "supply_payment_pays_something", "amount = 0")
check("settlement_supplypayment", "supply_payment_is_checked_by_another", "checked_by_id = made_by_id")
check(
    "settlement_supplypayment",
    "supply_payment_is_checked_before_it_is_paid",
    "checked_by_id = null",
    "state = 'paid'",
)
check(
    "settlement_supplypayment",
    "supply_payment_paid_has_a_bank_reference",
    "bank_reference = ''",
    "state = 'paid'",
)
check("settlement_supplypayment", "supply_payment_failed_says_why", "state = 'failed', failure = ''")
check(
    "income_incomeentry",
    "income_of_supply_names_its_share_and_payment_only",
    "supply_share_id = null",
    "kind = 'supply'",
)
unique("income_incomeentry", "income_is_posted_once_for_a_source")
check("income_incomeentry", "income_entry_is_not_zero", "amount = 0")
check("income_incomeentry", "income_entry_names_what_it_comes_from", "amount = -amount")
check("income_incomeentry", "income_account_is_known", "account = 'luck'")
check("income_incomeentry", "income_month_is_its_first_day", "month = month + 1")
unique("income_incomemonth", "income_month_is_one_row_a_household")
unique("partner_stockrecord", "product_has_one_stock_record", "true", "partner_sku = 'another'")
check("partner_stockrecord", "stock_held_is_not_negative", "num_allocated = -1")
check("partner_stockrecord", "stock_held_is_at_most_on_hand", "num_allocated = num_in_stock + 1")
check("partner_stockrecord", "stock_price_is_positive_yuan", "price = 0")
unique("households_consenttext", "consent_text_has_one_wording", "true", "since = '2027-01-01'")
unique("households_consenttext", "consent_text_begins_on_its_own_day", "true", "version = '2'")
check("households_consenttext", "consent_text_stands_in_both_languages", "body_en = ''")
check("vendors_vendor", "vendor_is_paused_until_a_day", "paused_until = '2026-12-01'", "state = 'open'")
check("vendors_vendor", "vendor_that_sells_was_opened", "opened_at = null", "state = 'open'")
check(
    "vendors_vendormember",
    "vendor_member_is_of_the_household_or_helps",
    "person_id = (SELECT min(id) FROM households_member), consent_id = (SELECT min(id) FROM households_consent)",
)
check("vendors_vendorstep", "vendor_step_leads_where_its_act_leads", "to_state = 'paused'")
check("vendors_vendorstep", "vendor_step_pauses_until_a_day", "until = '2026-12-01'")
check(
    "vendors_vendorstep",
    "vendor_step_that_turns_down_says_why",
    "act = 'stop', from_state = 'open', to_state = 'stopped'",
)
unique("vendors_deskcard", "desk_card_of_a_number_waits_once")
check("vendors_deskcard", "desk_card_is_for_a_member_or_a_helper", "person_id = null")
check("vendors_deskcard", "desk_card_is_tried_five_times_at_most", "tries = 6")
check("vendors_deskcard", "desk_card_used_names_who", "used_at = issued_at")
check(
    "vendors_deskcard",
    "desk_card_is_used_or_withdrawn",
    "used_at = issued_at, withdrawn_at = issued_at, used_by_id = (SELECT min(id) FROM accounts_user)",
)
check("vendors_deskcard", "desk_card_lives_for_a_while", "expires_at = issued_at")
check("income_cost", "cost_is_positive_yuan", "amount = 0")
unique("income_cost", "cost_is_entered_once")
check("income_costslip", "cost_slip_is_not_empty", "jpeg = ''")
check(
    "income_cost",
    "cost_is_taken_back_after_it_was_entered",
    "taken_back_at = entered_at - interval '1 second'",
)
unique("income_dispute", "entry_is_disputed_once_at_a_time")
check("income_dispute", "dispute_says_why", "reason = ''")
check("income_dispute", "dispute_is_answered_in_words_by_somebody", "answered_at = raised_at")
check("fulfilment_vendororderline", "packed_line_weighs_something", "packed_g = 0")
check("fulfilment_villagepoint", "village_point_can_be_found", "address_line = ''")
check("fulfilment_villagepoint", "village_point_can_be_called", "telephone = '村口'")
unique("fulfilment_pointmember", "point_member_is_current_once")
check("fulfilment_pointparcel", "point_parcel_is_labelled_with_its_waybill", "waybill = ''")
check(
    "fulfilment_pointparcel",
    "point_parcel_is_weighed_before_it_is_labelled",
    "weighed_at = null",
)
check(
    "fulfilment_pointparcel",
    "point_parcel_is_labelled_before_it_is_handed_over",
    "labelled_at = null, carrier = '', waybill = '', handed_over_at = now()",
)
check(
    "fulfilment_pointparcel",
    "point_parcel_is_weighed_after_it_was_taken",
    "weighed_at = taken_at - interval '1 second'",
)
unique(
    "fulfilment_pointparcel",
    "waybill_is_on_one_parcel_of_a_point",
    but="vendor_order_id = (select max(id) from fulfilment_vendororder)",
)
