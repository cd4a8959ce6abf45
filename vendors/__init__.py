"""Who sells: vendor accounts and their people; stock, holds and price in the fork of Oscar's partner."""
