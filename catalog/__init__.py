"""What is sold: listings, storefronts and their shelves, search."""
