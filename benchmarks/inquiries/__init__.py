"""What `benchmarks/registry.py` is made of: invented people, loading them, serving, asking."""
