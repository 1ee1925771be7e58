"""What tells two sources apart and what makes them alike: titles, people, journals, places in them. Pure."""
