"""RIS in parts: ``writing`` makes tags, ``records`` finds records in lines, ``reading`` reads a record's tags."""
