"""Notices from payment providers: checked, stored once, processed afterwards."""
