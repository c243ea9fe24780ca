"""Paper for the evening: what `report/print_file.py` puts together into one file to print."""
