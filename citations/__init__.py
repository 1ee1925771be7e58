"""The field: its words, tables as shapes, rules. Imports neither jobs nor service, opens nothing, asks no clock."""
