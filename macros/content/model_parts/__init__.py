"""Parts of the model -> model.py, which declares the guide, its stages and its marks."""
