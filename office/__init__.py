"""The poverty office: monitors sales, reads income records, follows each yuan. Moves no money."""
