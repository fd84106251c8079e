"""What goes out of the registry to other systems, and what comes in."""
