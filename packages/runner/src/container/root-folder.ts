/**
 * The root of a container on a Linux machine that is itself the image: a folder of empty places, one for each file of
 * the host that the program may see (the same view as bubblewrap's), over which the engine binds them read-only.
 */
import { mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Shown } from "../shown.ts";

const FOLDERS = ["usr/bin", "usr/lib", "usr/lib64", "dev", "proc", "sys", "etc", "run", "tmp", "data", "submission", "sdk"];
const LINKS = [
  ["usr/bin", "bin"],
  ["usr/lib", "lib"],
  ["usr/lib64", "lib64"],
];
/** Files that engines put in by themselves. */
const ENGINES_FILES = ["etc/passwd", "etc/group", "etc/hostname", "etc/hosts", "etc/resolv.conf", "run/.containerenv"];

function place(root: string, path: string, folder: boolean): void {
  const at = join(root, path);
  mkdirSync(folder ? at : dirname(at), { recursive: true, mode: 0o755 });
  if (!folder) writeFileSync(at, "", { mode: 0o444 });
}

/** Makes the root in `folder`, which must not exist; everybody may read it. */
export function makeRootFolder(folder: string, shown: readonly Shown[]): void {
  const mask = process.umask(0o022);
  try {
    for (const path of FOLDERS) place(folder, path, true);
    for (const path of ENGINES_FILES) place(folder, path, false);
    for (const [target, at] of LINKS) symlinkSync(target, join(folder, at));
    for (const { from, to } of shown) place(folder, to, statSync(from).isDirectory());
    symlinkSync("/proc/mounts", join(folder, "etc/mtab"));
  } finally {
    process.umask(mask);
  }
}
