"""What people meet: pages, commands, settings, sessions. Stands on jobs and citations; nothing stands on it."""
