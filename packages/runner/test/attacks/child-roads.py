import concurrent.futures, multiprocessing, os, pty, subprocess
started = []
def work():
    return 1
for name, road in (
    ("subprocess", lambda: subprocess.run(["/usr/bin/python3", "-V"])),
    ("popen", lambda: subprocess.Popen(["/usr/bin/python3"], close_fds=False)),
    ("shell", lambda: os.system("true") and 1 / 0),
    ("spawn", lambda: os.posix_spawn("/usr/bin/python3", ["p"], {})),
    ("fork", os.fork),
    ("pty", pty.fork),
    ("process", lambda: multiprocessing.Process(target=work).start()),
    ("pool", lambda: concurrent.futures.ProcessPoolExecutor(1).submit(work).result(1)),
):
    try:
        road()
        started.append(name)
    except Exception:
        pass
print("started", started, flush=True)
os._exit(0)
