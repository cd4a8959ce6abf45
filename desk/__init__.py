"""The villager's door, on a phone: orders to pack and ship, and what they bring."""
