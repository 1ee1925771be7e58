"""Small programs that tests start as processes of their own, to be told to stop from outside."""
