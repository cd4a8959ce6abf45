"""The consumer: storefronts, search, basket, checkout, orders. Holds no rules."""
