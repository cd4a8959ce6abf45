"""A vendor's state changes by an act that is written down, and in no other way; steps are never rewritten."""

from django.db import migrations

from common.append_only import append_only, frozen_columns
from common.guards import guard


class Migration(migrations.Migration):
    """Triggers; they lock each table for a moment only."""

    dependencies = [("vendors", "0005_joining"), ("households", "0003_first_consent_texts")]

    operations = [
        append_only("vendors_vendorstep"),
        frozen_columns(
            "vendors_deskcard",
            ["vendor_id", "person_id", "consent_id", "number_hash", "code_hash", "issued_at", "expires_at"],
        ),
        guard(
            name="vendor_state_changes_by_an_act",
            table="vendors_vendor",
            when="BEFORE UPDATE",
            refuse_if="""(NEW.state, NEW.paused_until) IS DISTINCT FROM (OLD.state, OLD.paused_until)
                AND NOT EXISTS (SELECT 1 FROM vendors_vendorstep s
                    WHERE s.id = (SELECT max(id) FROM vendors_vendorstep WHERE vendor_id = NEW.id)
                    AND s.from_state = OLD.state AND s.to_state = NEW.state
                    AND s.until IS NOT DISTINCT FROM NEW.paused_until)""",
        ),
        # A helper's consent and their right to act end together.
        guard(
            name="helper_acts_by_a_consent_that_stands",
            table="vendors_vendormember",
            when="BEFORE INSERT OR UPDATE",
            refuse_if="""NEW.ended_at IS NULL AND NEW.consent_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM households_consent c JOIN vendors_vendor v ON v.household_id = c.household_id
                WHERE c.id = NEW.consent_id AND v.id = NEW.vendor_id
                AND c.purpose = 'act_for' AND c.withdrawn_at IS NULL)""",
        ),
        guard(
            name="consent_withdrawn_ends_who_acts_by_it",
            table="households_consent",
            when="BEFORE UPDATE OF withdrawn_at",
            refuse_if="""NEW.withdrawn_at IS NOT NULL AND EXISTS (SELECT 1 FROM vendors_vendormember
                WHERE consent_id = NEW.id AND ended_at IS NULL)""",
        ),
    ]
