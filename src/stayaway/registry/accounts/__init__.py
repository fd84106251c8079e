"""Who works with the registry: agencies, accounts, the posts that accounts hold, and machine clients."""
