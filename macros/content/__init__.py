"""FILES -> MODEL. What an editor wrote, read, checked and fitted together. It knows nothing of pages."""
