"""CSL-JSON in parts: ``objects`` finds the objects of a file, ``reading`` reads one of them as an item."""
