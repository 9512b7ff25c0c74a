# a file in /tmp, mapped shared and filled: bounded by the size of /tmp
import mmap, os
file = os.open("/tmp/big", os.O_RDWR | os.O_CREAT)
try:
    os.ftruncate(file, 1 << 30)
except OSError as error:
    print("refused", error.errno)
    os.ftruncate(file, 7 << 20)
view = mmap.mmap(file, 0)
for at in range(0, len(view), 4096):
    view[at] = 1
print("filled")
