"""The four shapes in which the invented employers publish, one module each."""
