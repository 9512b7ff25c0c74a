// Placeholder until the command line exists: see the next commits.
