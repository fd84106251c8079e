"""Order files and tables, loaded into the record: whole or not at all, each entry judged as if it were made by hand.

`source.py`: what was read, and where each part stands. `order_files.py` and `tables.py` read it. `steps.py` turns cases
into steps of entries. `loading.py` judges them and takes them; `likeness.py` looks for people and orders that are on
record already; `report.py` says what happened. `bulk.py` loads many files.
"""
