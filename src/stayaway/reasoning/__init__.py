"""What follows from orders, law and a moment: pure functions that give findings, never prose."""
