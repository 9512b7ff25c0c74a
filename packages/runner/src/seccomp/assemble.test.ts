import { describe, expect, test } from "vitest";
import { assembleFilter } from "./assemble.ts";
import { type FilterArchitecture, systemCallNumbers } from "./numbers.ts";
import { ALLOW, KILL_PROCESS, NO_SUCH_CALL, NOT_PERMITTED, POLICY } from "./policy.ts";

const AUDIT = { x64: 0xc000003e, arm64: 0xc00000b7 };

/** The kernel's machine, as far as the filter uses it. */
function answer(filter: Buffer, audit: number, number: number, args: readonly number[]): number {
  const word = (offset: number): number => (offset === 0 ? number : offset === 4 ? audit : (args[(offset - 16) / 8] ?? 0)) >>> 0;
  let accumulator = 0;
  for (let at = 0; ; at++) {
    const [code, ifTrue, ifFalse, operand] = [
      filter.readUInt16LE(at * 8),
      filter[at * 8 + 2],
      filter[at * 8 + 3],
      filter.readUInt32LE(at * 8 + 4),
    ];
    if (code === 0x06) return operand;
    if (code === 0x20) accumulator = word(operand);
    else if (code === 0x54) accumulator = (accumulator & operand) >>> 0;
    else at += (code === 0x15 ? accumulator === operand : (accumulator & operand) !== 0) ? ifTrue : ifFalse;
  }
}

describe.each(["x64", "arm64"] as const)("on %s", (architecture: FilterArchitecture) => {
  const numbers = systemCallNumbers(architecture);
  const filter = assembleFilter(architecture, POLICY);
  const ask = (name: string, ...args: number[]): number => answer(filter, AUDIT[architecture], numbers.get(name)!, args);

  test.each([
    ["read", [], ALLOW],
    ["execve", [], ALLOW],
    ["ptrace", [], NOT_PERMITTED],
    ["mount", [], NOT_PERMITTED],
    ["unshare", [], NOT_PERMITTED],
    ["bpf", [], NOT_PERMITTED],
    ["keyctl", [], NOT_PERMITTED],
    ["clone3", [], NO_SUCH_CALL],
    ["clone", [0x3d0f00], ALLOW],
    ["clone", [0x11], NOT_PERMITTED],
    ["clone", [0x10000000 | 0x10000], NOT_PERMITTED],
    ["mmap", [0, 4096, 3, 0x22], ALLOW],
    ["mmap", [0, 4096, 3, 0x21], NOT_PERMITTED],
    ["mmap", [0, 4096, 1, 0x01], ALLOW],
    ["mmap", [0, 4096, 3, 0x40022], NOT_PERMITTED],
    ["socket", [16, 3, 0], ALLOW],
    ["getsockopt", [0, 1, 4], ALLOW],
    ["getsockopt", [0, 1, 17], NOT_PERMITTED],
    ["prctl", [22], NOT_PERMITTED],
    ["prctl", [0x53564d41], ALLOW],
    ["kill", [5, 9], ALLOW],
    ["kill", [5, 31], ALLOW],
    ["kill", [5, 34], NOT_PERMITTED],
    ["kill", [5, 63], NOT_PERMITTED],
    ["kill", [5, 64], NOT_PERMITTED],
    ["tgkill", [5, 6, 33], ALLOW],
    ["tgkill", [5, 6, 50], NOT_PERMITTED],
    ["sched_setaffinity", [0], NOT_PERMITTED],
    ["prlimit64", [0], ALLOW],
    ["prlimit64", [1], NOT_PERMITTED],
  ])("%s(%j)", (name, args, verdict) => expect(ask(name, ...args)).toBe(verdict));

  test("no family of sockets but NETLINK_ROUTE is given", () => {
    for (let family = 0; family < 64; family++) if (family !== 16) expect(ask("socket", family, 1, 0)).not.toBe(ALLOW);
    for (let protocol = 1; protocol < 32; protocol++) expect(ask("socket", 16, 3, protocol)).not.toBe(ALLOW);
  });

  test("whatever is not named does not exist", () => {
    const named = new Set(numbers.values());
    for (let number = 0; number < 600; number++) {
      if (!named.has(number)) expect(answer(filter, AUDIT[architecture], number, [])).toBe(NO_SUCH_CALL);
    }
  });

  test("another architecture's entry ends the run", () => {
    for (const audit of [0x40000003, 0x40000028, architecture === "x64" ? AUDIT.arm64 : AUDIT.x64]) {
      expect(answer(filter, audit, 0, [])).toBe(KILL_PROCESS);
    }
  });

  test("each call that the policy names has a number on one architecture at least", () => {
    const known = new Set([...systemCallNumbers("x64").keys(), ...systemCallNumbers("arm64").keys()]);
    expect([...POLICY.keys()].filter((name) => !known.has(name))).toEqual([]);
  });
});

test("the x32 numbers of x86-64 end the run", () => {
  expect(answer(assembleFilter("x64", POLICY), AUDIT.x64, 0x40000000 | 39, [])).toBe(KILL_PROCESS);
});
