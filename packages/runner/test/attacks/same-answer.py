# a path of the host answers as one that never was, in what is said and about how long it takes
import os, time
def answers(path):
    times = []
    for _ in range(2000):
        start = time.perf_counter_ns()
        try:
            os.stat(path)
        except OSError as error:
            number = error.errno
        times.append(time.perf_counter_ns() - start)
    return number, sorted(times)[len(times) // 10]
real = [answers(path) for path in ("/var/tmp", "/home/x", "/root/.ssh")]
invented = [answers(path) for path in ("/vaz/tmq", "/hone/x", "/roos/.ssh")]
print("answers", {number for number, _ in real + invented}, max(t for _, t in real) < 4 * min(t for _, t in invented))
