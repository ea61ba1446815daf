"""MODEL -> HTML. How the guide looks. It knows nothing of files, of their problems or of a builder."""
