import { expect, test } from "vitest";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";
import { adviceFor } from "./advice.ts";

const APPARMOR = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";

interface Machine {
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

test.each<[string, Machine, Surroundings]>([
  [
    "a plain Debian",
    { files: { "/proc/version": "Linux version 6.1.0-18-amd64", "/proc/1/cgroup": "0::/init.scope\n" } },
    "plain",
  ],
  ["Ubuntu 24.04", { files: { [APPARMOR]: "1\n" } }, "apparmor"],
  ["Ubuntu with the switch off", { files: { [APPARMOR]: "0\n" } }, "plain"],
  ["Docker", { files: { "/.dockerenv": "" } }, "container"],
  ["Docker on Ubuntu 24.04", { files: { "/.dockerenv": "", [APPARMOR]: "1\n" } }, "container"],
  ["Podman", { files: { "/run/.containerenv": "" }, env: { container: "podman" } }, "container"],
  ["Kubernetes", { files: { "/proc/1/cgroup": "0::/kubepods.slice/kubepods-pod1.slice\n" } }, "container"],
  ["a codespace", { env: { CODESPACES: "true" }, files: { "/.dockerenv": "" } }, "codespace"],
  ["WSL 1", { files: { "/proc/version": "Linux version 4.4.0-19041-Microsoft" } }, "wsl-1"],
  ["WSL 2", { files: { "/proc/version": "Linux version 5.15.153.1-microsoft-standard-WSL2" } }, "wsl-2"],
  ["nothing to be read", {}, "plain"],
])("%s", (_name, { env = {}, files = {} }, expected) => {
  const traces = { env, read: (path: string) => files[path] ?? null, exists: (path: string) => path in files };
  expect(surroundingsOf(traces)).toBe(expected);
});

test("each place has its own advice, in both languages, where the sandbox is refused", () => {
  const places: Surroundings[] = ["codespace", "wsl-1", "wsl-2", "container", "apparmor", "plain"];
  const advice = places.map((place) => adviceFor("run", place));
  expect(new Set(advice.map(({ en }) => en)).size).toBe(places.length);
  expect(new Set(advice.map(({ fr }) => fr)).size).toBe(places.length);
  expect(adviceFor("user-namespaces", "apparmor")).toEqual(adviceFor("run", "apparmor"));
  // elsewhere than where namespaces are refused the place does not matter
  expect(adviceFor("python", "apparmor")).toEqual(adviceFor("python", "plain"));
});
