/**
 * A policy becomes classic BPF, the bytes that `bwrap --seccomp FD` hands to the kernel.
 *
 * Theory. The kernel runs the program at every call over `struct seccomp_data`: the number at offset 0, the
 * architecture at 4, argument i at 16 + 8·i (little endian: its low word comes first). Jumps go forward only and by
 * 255 instructions at most, so each call is one compare that skips its own body. Calls that compare arguments come
 * last: frequent plain ones are reached first.
 *
 * Invariants. Another architecture's entry (int 0x80 on x86-64, 32-bit on arm64) and the x32 numbers kill the run:
 * their numbers mean other calls. Each path ends in a RET.
 */
import { type FilterArchitecture, systemCallNumbers } from "./numbers.ts";
import { type ArgumentTest, type Clause, KILL_PROCESS, NO_SUCH_CALL, type Policy, type Rule } from "./policy.ts";

const LOAD_WORD = 0x20;
const JUMP_IF_EQUAL = 0x15;
const JUMP_IF_ANY_BIT = 0x45;
const AND = 0x54;
const RETURN = 0x06;

const X32_BIT = 0x40000000;
const MOST_INSTRUCTIONS = 4096;
const FARTHEST_JUMP = 255;
const AUDIT: Record<FilterArchitecture, number> = { x64: 0xc000003e, arm64: 0xc00000b7 };

/** Code, operand, instructions to skip if true, and if false. */
type Instruction = readonly [code: number, operand: number, ifTrue: number, ifFalse: number];

const load = (offset: number): Instruction => [LOAD_WORD, offset, 0, 0];
const give = (verdict: number): Instruction => [RETURN, verdict, 0, 0];

function assembleTest(test: ArgumentTest, skipOnFailure: number): Instruction[] {
  const fetch = load(16 + 8 * test.argument);
  if (test.holds === "equals") return [fetch, [JUMP_IF_EQUAL, test.value, 0, skipOnFailure]];
  if (test.holds === "any") return [fetch, [JUMP_IF_ANY_BIT, test.value, 0, skipOnFailure]];
  return [fetch, [AND, test.value, 0, 0], [JUMP_IF_EQUAL, test.value, 0, skipOnFailure]];
}

/** A test that fails jumps over what is left of its clause, so the clause is built from its end. */
function assembleClause(clause: Clause): Instruction[] {
  return clause.when.reduceRight<Instruction[]>(
    (rest, test) => [...assembleTest(test, rest.length), ...rest],
    [give(clause.then)],
  );
}

const assembleRule = (rule: Rule): Instruction[] => [...rule.clauses.flatMap(assembleClause), give(rule.otherwise)];

function prologue(architecture: FilterArchitecture): Instruction[] {
  const own: Instruction[] = [load(4), [JUMP_IF_EQUAL, AUDIT[architecture], 1, 0], give(KILL_PROCESS), load(0)];
  return architecture === "x64" ? [...own, [JUMP_IF_ANY_BIT, X32_BIT, 0, 1], give(KILL_PROCESS)] : own;
}

function toBytes(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(([code, operand, ifTrue, ifFalse], index) => {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(ifTrue, index * 8 + 2);
    bytes.writeUInt8(ifFalse, index * 8 + 3);
    bytes.writeUInt32LE(operand >>> 0, index * 8 + 4);
  });
  return bytes;
}

/** The filter's bytes. Throws if a rule or the whole is longer than the kernel takes (a mistake in the policy). */
export function assembleFilter(architecture: FilterArchitecture, policy: Policy): Buffer {
  const numbers = systemCallNumbers(architecture);
  const rules = [...policy].sort(([, a], [, b]) => a.clauses.length - b.clauses.length);
  const body = rules.flatMap(([name, rule]): Instruction[] => {
    const number = numbers.get(name);
    if (number === undefined) return [];
    const code = assembleRule(rule);
    if (code.length > FARTHEST_JUMP)
      throw new Error(`seccomp rule of ${name}: ${code.length} instructions, ${FARTHEST_JUMP} at most`);
    return [[JUMP_IF_EQUAL, number, 0, code.length], ...code];
  });
  const program = [...prologue(architecture), ...body, give(NO_SUCH_CALL)];
  if (program.length > MOST_INSTRUCTIONS)
    throw new Error(`seccomp filter: ${program.length} instructions, ${MOST_INSTRUCTIONS} at most`);
  return toBytes(program);
}
