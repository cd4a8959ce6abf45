"""What may be done with listings and storefronts."""
