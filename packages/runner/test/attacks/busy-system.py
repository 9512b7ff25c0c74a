# uses the kernel's time, not its own
import os
while True:
    os.read(os.open("/dev/urandom", os.O_RDONLY), 1 << 20)
    os.close(3)
