"""The sentences, one module a question."""
