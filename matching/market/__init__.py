"""The open market in memory: hard limits first, then exact search over what is left."""
