"""The poverty office's door: monitors sales, reads income records, moves no money."""
