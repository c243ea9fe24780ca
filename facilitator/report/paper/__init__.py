"""Paper for the evening: what `report/printing.py` puts together into one file to print."""
