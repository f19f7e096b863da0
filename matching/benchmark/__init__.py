"""How fast we are, beside a limit or a peer, in one run."""
