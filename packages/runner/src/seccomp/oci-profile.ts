/**
 * The policy in the form that container engines take: a list of rules for libseccomp, in JSON.
 *
 * Theory. Our rules are lists of which the first clause that fits decides; libseccomp's are a set, in which two rules for
 * one call must never fit the same arguments, compares each argument once in a rule, and answers whatever no rule
 * fits with the default. So each rule of ours is cut into boxes: a box fixes some bits of some arguments and leaves the
 * others free, which is one masked comparison for each argument. Taking a clause's box away from what is left gives
 * boxes again, that do not overlap; what is left in the end gets the rule's last word. Only the low 32 bits are
 * looked at, as in the assembled filter.
 *
 * Invariant. For each call and all arguments the profile says what `assembleFilter` says (a test holds them together).
 */
import { type FilterArchitecture, systemCallNumbers } from "./numbers.ts";
import { ALLOW, type ArgumentTest, type Clause, NO_SUCH_CALL, type Policy, type Rule, type Verdict } from "./policy.ts";

/** By argument: the bits that are fixed, and what they are. */
type Box = ReadonlyMap<number, { readonly mask: number; readonly value: number }>;

export interface OciComparison {
  readonly index: number;
  readonly value: number;
  readonly valueTwo: number;
  readonly op: "SCMP_CMP_MASKED_EQ";
}
export interface OciRule {
  readonly names: readonly string[];
  readonly action: "SCMP_ACT_ALLOW" | "SCMP_ACT_ERRNO";
  readonly errnoRet?: number;
  readonly args?: readonly OciComparison[];
}
export interface OciProfile {
  readonly defaultAction: "SCMP_ACT_ERRNO";
  readonly defaultErrnoRet: number;
  /** The machine's own entry alone: a call by any other (32-bit, x32) ends the program. */
  readonly architectures: readonly string[];
  readonly syscalls: readonly OciRule[];
}

const ALL_BITS = 0xffffffff;
const ERRNO_BITS = 0xffff;
const ARCHITECTURE: Record<FilterArchitecture, string> = { x64: "SCMP_ARCH_X86_64", arm64: "SCMP_ARCH_AARCH64" };
const EVERYTHING: Box = new Map();

function bitsOf(mask: number): number[] {
  return Array.from({ length: 32 }, (_, bit) => (1 << bit) >>> 0).filter((bit) => (mask & bit) !== 0);
}

/** The box of both, or null where they exclude each other. */
function meet(a: Box, b: Box): Box | null {
  const both = new Map(a);
  for (const [argument, { mask, value }] of b) {
    const own = both.get(argument) ?? { mask: 0, value: 0 };
    if (((own.value ^ value) & own.mask & mask) !== 0) return null;
    both.set(argument, { mask: (own.mask | mask) >>> 0, value: (own.value | value) >>> 0 });
  }
  return both;
}

/** What of `a` is not in `b`, bit by bit: each piece agrees with `b` up to one bit and differs there. */
function without(a: Box, b: Box): Box[] {
  const common = meet(a, b);
  if (common === null) return [a];
  const pieces: Box[] = [];
  let rest = a;
  for (const [argument, { mask, value }] of b) {
    for (const bit of bitsOf(mask & ~(a.get(argument)?.mask ?? 0))) {
      const differs = meet(rest, new Map([[argument, { mask: bit, value: (~value & bit) >>> 0 }]]));
      const agrees = meet(rest, new Map([[argument, { mask: bit, value: (value & bit) >>> 0 }]]));
      if (differs !== null) pieces.push(differs);
      rest = agrees ?? rest;
    }
  }
  return pieces;
}

function boxesOfTest({ argument, holds, value }: ArgumentTest): Box[] {
  if (holds === "equals") return [new Map([[argument, { mask: ALL_BITS, value: value >>> 0 }]])];
  if (holds === "all") return [new Map([[argument, { mask: value >>> 0, value: value >>> 0 }]])];
  return bitsOf(value).map((bit) => new Map([[argument, { mask: bit, value: bit }]]));
}

function boxesOfClause(clause: Clause): Box[] {
  return clause.when.reduce<Box[]>(
    (boxes, test) => boxes.flatMap((box) => boxesOfTest(test).flatMap((other) => meet(box, other) ?? [])),
    [EVERYTHING],
  );
}

function decide(rule: Rule): [Box, Verdict][] {
  const decided: [Box, Verdict][] = [];
  let left: Box[] = [EVERYTHING];
  for (const clause of rule.clauses) {
    for (const box of boxesOfClause(clause)) {
      for (const piece of left) {
        const taken = meet(piece, box);
        if (taken !== null) decided.push([taken, clause.then]);
      }
      left = left.flatMap((piece) => without(piece, box));
    }
  }
  return [...decided, ...left.map((box): [Box, Verdict] => [box, rule.otherwise])];
}

function comparisons(box: Box): OciComparison[] {
  return [...box].map(([index, { mask, value }]) => ({ index, value: mask, valueTwo: value, op: "SCMP_CMP_MASKED_EQ" }));
}

function ociRules(name: string, rule: Rule): OciRule[] {
  return decide(rule)
    .filter(([, verdict]) => verdict !== NO_SUCH_CALL)
    .map(([box, verdict]) => ({
      names: [name],
      ...(verdict === ALLOW
        ? { action: "SCMP_ACT_ALLOW" as const }
        : { action: "SCMP_ACT_ERRNO" as const, errnoRet: verdict & ERRNO_BITS }),
      ...(box.size === 0 ? {} : { args: comparisons(box) }),
    }));
}

/** The profile that `--security-opt seccomp=FILE` takes, for the calls that the architecture has. */
export function ociProfile(architecture: FilterArchitecture, policy: Policy): OciProfile {
  const known = systemCallNumbers(architecture);
  return {
    defaultAction: "SCMP_ACT_ERRNO",
    defaultErrnoRet: NO_SUCH_CALL & ERRNO_BITS,
    architectures: [ARCHITECTURE[architecture]],
    syscalls: [...policy].filter(([name]) => known.has(name)).flatMap(([name, rule]) => ociRules(name, rule)),
  };
}
