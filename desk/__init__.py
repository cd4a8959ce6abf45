"""The villager, on a phone: orders to pack, money to come."""
