import os
refused = 0
try:
    os.mkfifo("/tmp/fifo")
except OSError as error:
    print("refused", error.errno)
