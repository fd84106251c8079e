"""What the law of each place says: data files, each value with its source and date."""
