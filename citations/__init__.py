"""The field: its words, its tables as shapes, its rules. Imports neither jobs nor service, opens nothing, asks no clock."""
