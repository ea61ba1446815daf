"""A guide and a wish of its fork -> files of the fork's own layer, and words on what it changes."""
