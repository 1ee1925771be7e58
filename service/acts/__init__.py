"""What people do: each act takes the session, the moment and who does it, and never commits; the edge does."""
