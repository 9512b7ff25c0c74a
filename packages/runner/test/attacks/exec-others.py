import os
there = [name for name in ("sh", "bash", "dash", "su", "sudo", "mount", "bwrap", "unshare", "nsenter", "gdb", "perl", "gcc", "ping", "pkexec", "fusermount3", "newuidmap", "passwd", "busybox") if os.path.exists("/usr/bin/" + name) or os.path.exists("/usr/sbin/" + name)]
print("there", there, sorted(os.listdir("/usr/bin")))
