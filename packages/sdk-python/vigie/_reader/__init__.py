"""Tables of any world as they lie in the files."""
