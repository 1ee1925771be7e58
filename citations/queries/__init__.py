"""Questions to the tables as statements; nobody runs them here."""
