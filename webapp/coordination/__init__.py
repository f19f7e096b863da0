"""What a coordinator sees: how every traject stands, and in whose hands."""
