"""What only shows when several floors work together."""
