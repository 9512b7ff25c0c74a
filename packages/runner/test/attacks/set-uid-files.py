import os
found, looked = [], 0
for folder, folders, files in os.walk("/"):
    if folder.startswith("/proc"):
        folders.clear()
        continue
    for name in files:
        try:
            mode = os.lstat(os.path.join(folder, name)).st_mode
        except OSError:
            continue
        looked += 1
        if mode & 0o6000 and not os.path.islink(os.path.join(folder, name)):
            found.append(os.path.join(folder, name))
print("found", found, looked > 10)
