"""stayaway: which order is it, is it in force, what does it forbid, who can change it, what to do next."""
