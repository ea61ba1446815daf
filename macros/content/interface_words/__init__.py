"""The words of the interface -> one table. ui_words.py has them all; the others are parts of it."""
