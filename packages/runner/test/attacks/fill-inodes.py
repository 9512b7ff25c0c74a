count = 0
try:
    while count < 100000:
        open(f"/tmp/{count}", "w").close()
        count += 1
except OSError as error:
    print("refused", error.errno, count <= 4096)
