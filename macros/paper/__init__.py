"""MODEL -> PAPER: files to print, to hand round and to read elsewhere, made from the same records as the pages."""
