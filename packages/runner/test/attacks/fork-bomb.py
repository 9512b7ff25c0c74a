import os
try:
    while True:
        os.fork()
except OSError as error:
    print("refused", error.errno)
