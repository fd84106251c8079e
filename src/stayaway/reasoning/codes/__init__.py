"""What findings say, one module a question."""
