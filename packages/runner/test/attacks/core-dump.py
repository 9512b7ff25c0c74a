import os, resource
resource.getrlimit(resource.RLIMIT_CORE) == (0, 0) and os.write(1, b"none\n")
os.abort()
