kept = []
while True:
    kept.append([str(len(kept)) * 100 for _ in range(100)])
