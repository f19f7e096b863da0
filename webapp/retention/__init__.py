"""The real end of a traject, how long what is kept stays, postponing and erasing."""
