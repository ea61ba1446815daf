"""TEXTS -> GRADES. How hard the guide is to read, text by text."""
