"""The page a buyer pays on: plain forms, Chinese, or English where the session asks for it."""
