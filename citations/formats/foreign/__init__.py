"""What entries of any format are read with: names, dates, notes, kinds, and own facts that no field carries."""
