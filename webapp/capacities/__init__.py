"""The belastbaarheid: entered or read in, every version kept, said in words."""
