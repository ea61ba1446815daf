"""HTML -> FILES. What is done to the pages that a builder made, until they take the place of the old ones."""
