"""Money, clock, idempotency, audit, masking, encryption. Knows no stage and no Oscar."""
