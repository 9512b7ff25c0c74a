import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { measurePython, type Outcome, type RunRequest, type Sandbox } from "../src/index.ts";
import { describeWays } from "./support/every-way.ts";
import { FAST_WAYS } from "./support/ways.ts";

const DISTRIBUTED = 'import sys; sys.path.append("/usr/lib/python3/dist-packages")';
const MODULES = { numpy: "numpy", pandas: "pandas", "scikit-learn": "sklearn" };

/** What the system's own Python says, with the packages of its distribution and none that somebody added beside them. */
function onHost(program: string): string | null {
  const { status, stdout } = spawnSync("/usr/bin/python3", ["-I", "-S", "-c", `${DISTRIBUTED}\n${program}`], {
    encoding: "utf8",
    env: {},
  });
  return status === 0 ? stdout.trim() : null;
}

await describeWays(FAST_WAYS, (sandbox) => {
  test("Python and its packages are what can be imported inside, and what the system's Python has", async () => {
    const offer = await measurePython(sandbox);
    expect(offer?.version).toBe(onHost("import platform; print(platform.python_version())"));
    const packages = Object.fromEntries(offer?.packages.map(({ name, version }) => [name, version]) ?? []);
    for (const [name, module] of Object.entries(MODULES))
      expect(packages[name], name).toBe(onHost(`import ${module}; print(${module}.__version__)`));
  });
});

const USAGE = { wallMs: 1, cpuMs: 1, memoryPeakMiB: 1, outputBytes: 0, logBytes: 0 };
const EXITED: Outcome = {
  ...{ status: "exited", exitCode: 0, signal: null, log: "", logTruncated: false, usage: USAGE, detail: null },
};

/** A sandbox whose Python answers by what it is asked to import. */
function answering(answer: (program: string) => readonly [said: string, exitCode: number]): Sandbox {
  return {
    kind: "none",
    weaknesses: [],
    runtimes: { node: "node", python: "python3" },
    run: ({ args, onOutput }: RunRequest) => {
      const [said, exitCode] = answer(args.at(-1) ?? "");
      onOutput(Buffer.from(said));
      return Promise.resolve({ ...EXITED, exitCode });
    },
    close: () => Promise.resolve(),
  };
}

test("a package that fails to load, or says no version, is not offered, and the others are", async () => {
  const sandbox = answering((program) => {
    if (program.includes("pandas")) return ["1.5.3\n", 1];
    if (program.includes("sklearn")) return ["\u001b[2J<b>1</b>\n", 0];
    return ["3.11.2\n", 0];
  });
  expect(await measurePython(sandbox)).toEqual({
    version: "3.11.2",
    packages: [
      { name: "numpy", version: "3.11.2" },
      { name: "pandas", version: null },
      { name: "scikit-learn", version: null },
    ],
  });
});

test("without a Python that runs nothing is offered", async () => {
  expect(await measurePython(answering(() => ["", 1]))).toBe(null);
  expect(await measurePython({ ...answering(() => ["3.11.2", 0]), runtimes: { node: "node", python: null } })).toBe(null);
});
