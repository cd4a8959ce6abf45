"""What pages read: shelves, products, storefronts, search. Bounded in statements whatever the size."""
