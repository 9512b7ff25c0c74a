import os
depth = 0
try:
    while depth < 100000:
        os.mkdir("d")
        os.chdir("d")
        depth += 1
except OSError as error:
    os.chdir("/tmp")
    print("refused", error.errno, depth <= 4096)
