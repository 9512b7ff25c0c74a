/**
 * Outputs of a detector, most of them broken: built of sound and unsound lines, then changed byte by byte, and cut
 * into chunks anywhere.
 */
import fc from "fast-check";
import type { LineRules } from "../src/kinds/ranking/ranking-reader.ts";
import { ROLES } from "./tiny-split.ts";

const ACCOUNTS = 8;
const utf8 = new TextEncoder();

/** Account a owns the rows 100·a … 100·a + 9. */
export const RULES: LineRules = {
  truth: { subjects: ACCOUNTS, subject: "account", owns: (account, id) => Math.floor(id / 100) === account && id % 100 < 10 },
  caps: { lineBytes: 300, findingsPerAlert: 2, evidencePerFinding: 3 },
  indicators: new Set(["small-ad-payments", "short-stays-many-cities"]),
  roles: ROLES,
};

const SOUND_SCORES = ["0", "-0", "-0.0", "1", "1.0", "0.5", "1e-3", "1E0", "5e-324", "0.99999999999999999", "1e-999", "0e9"];
const ODD_VALUES = [
  ..."NaN Infinity -Infinity 1e999 -1e999 1.0000000000000002 -1e-300 01 .5 +1 1. 0x1 1_0 true null {} [] 8 -1 1.0 1e0".split(" "),
  ...'"" "0.5" "1" "01" " 1" "1 " "１" "\u0661" "1\\u0000" "\\u0031" "О" "\\ud800" "\u200b1" "1e0" "-0"'.split(/ (?=")/),
  "9".repeat(40),
  `1${"0".repeat(400)}`,
  `0.${"3".repeat(150)}`,
  `${"[".repeat(20)}1${"]".repeat(20)}`,
  `${'{"a":'.repeat(30)}1${"}".repeat(30)}`,
  "[".repeat(250),
  "4503599627370495",
  "4503599627370496",
  "9007199254740993",
];
const ODD_MEMBERS = [
  ..."__proto__ constructor toString hasOwnProperty end why Account sc\\u006fre acc\\u043eunt".split(" "),
  ..."аccount score account role findings indicator evidence".split(" "),
];
const INDICATORS = [
  ...'"small-ad-payments" "short-stays-many-cities" "small-ad-p\\u0061yments"'.split(" "),
  ...'"small-ad-payment" "smаll-ad-payments" "__proto__" null 1'.split(" "),
];

const sound = <T>(good: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: good, weight: 24 }, { arbitrary: odd, weight: 1 });
/** Null but for one time in `times`. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>, times: number) =>
  fc.oneof({ arbitrary: fc.constant(null), weight: times - 1 }, { arbitrary, weight: 1 });
const oddValue = fc.constantFrom(...ODD_VALUES);
const account = fc.nat({ max: ACCOUNTS - 1 });
const spelt = (id: number, asText: boolean) => (asText ? `"${id}"` : String(id));

const evidence = fc.tuple(account, fc.array(fc.nat({ max: 9 }), { maxLength: 3 }), fc.boolean()).map(
  ([, rows, asText]) =>
    (own: number) =>
      `[${[...new Set(rows)].map((row) => spelt(own * 100 + row, asText)).join(",")}]`,
);
const brokenEvidence = fc
  .oneof(
    oddValue,
    fc.array(oddValue, { maxLength: 5 }).map((items) => `[${items.join(",")}]`),
    fc.constant("[1,101,201,301]"),
  )
  .map((text) => () => text);
const doubledEvidence = fc.constant((own: number) => `[${own * 100},"${own * 100}"]`);
const oddEvidence = fc.oneof(brokenEvidence, doubledEvidence);
const finding = fc
  .tuple(sound(fc.constantFrom(...INDICATORS.slice(0, 3)), fc.constantFrom(...INDICATORS)), sound(evidence, oddEvidence))
  .map(
    ([indicator, cited]) =>
      (own: number) =>
        `{"indicator":${indicator},"evidence":${cited(own)}}`,
  );
const findings = sound(fc.array(finding, { maxLength: 2 }), fc.array(finding, { maxLength: 3 })).map(
  (all) => (own: number) => `[${all.map((each) => each(own)).join(",")}]`,
);

const score = sound(fc.oneof(fc.constantFrom(...SOUND_SCORES), fc.double({ min: 0, max: 1, noNaN: true }).map(String)), oddValue);
const role = sound(
  fc.constantFrom(...ROLES).map((name) => `"${name}"`),
  fc.constantFrom('"Controller"', '"mulе"', '"toString"', "null", "0"),
);
const member = fc.tuple(fc.constantFrom(...ODD_MEMBERS), fc.oneof(oddValue, score)).map(([key, value]) => `"${key}":${value}`);

/** A line for one account, its keys in any order. */
const prediction = fc
  .record({
    asText: fc.boolean(),
    odd: rarely(oddValue, 60),
    score,
    role: rarely(role, 2),
    findings: rarely(findings, 2),
    extra: rarely(member, 40),
    turn: fc.nat({ max: 3 }),
    gap: fc.constantFrom("", "", " ", "\t"),
  })
  .map((line) => (own: number) => {
    const members = [
      `"account":${line.odd ?? spelt(own, line.asText)}`,
      `"score":${line.score}`,
      ...(line.role === null ? [] : [`"role":${line.role}`]),
      ...(line.findings === null ? [] : [`"findings":${line.findings(own)}`]),
      ...(line.extra === null ? [] : [line.extra]),
    ];
    const turned = [...members.slice(line.turn), ...members.slice(0, line.turn)];
    return `{${line.gap}${turned.join(`,${line.gap}`)}${line.gap}}`;
  });

const CORPUS = [
  ...[
    "",
    " ",
    "\ufeff",
    "[]",
    "1",
    "null",
    "loading model...",
    '"account"',
    "{}",
    '{"end"',
    "\u2028",
    "\0",
    "//",
    "{'account':1}",
  ],
  ...[
    '{"end":0}{"end":0}',
    '{"end":"0"}',
    '{"end":-0}',
    '{"end":0,"x":1}',
    '{"account":1,"score":1,"end":1}',
    '{"__proto__":{"end":0}}',
  ],
  `{"end":0${" ".repeat(291)}}`,
  `{"end":0${" ".repeat(292)}}`,
  "x".repeat(900),
];

export interface Stream {
  readonly bytes: Uint8Array;
  readonly cuts: readonly number[];
}

const SPLICES = [
  '"',
  "\\",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\n",
  "\r",
  "0",
  "e",
  "-",
  ".",
  "\u0000",
  "\u001b",
  "é",
  "\u202e",
  "\\u00",
  "1",
];
type Change = readonly [kind: number, at: number, byte: number];
const change: fc.Arbitrary<Change> = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 4_000 }), fc.nat({ max: 255 }));

function changed(bytes: Uint8Array, [kind, where, byte]: Change): Uint8Array {
  const at = where % (bytes.length + 1);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
  if (kind === 0) return joined(head, Uint8Array.of(byte), tail.subarray(1));
  if (kind === 1) return joined(head, Uint8Array.of((tail[0] ?? 0) ^ (1 << (byte % 8))), tail.subarray(1));
  if (kind === 2) return head;
  if (kind === 3) return joined(head, tail.subarray(1 + (byte % 12)));
  if (kind === 4) return joined(head, tail.subarray(0, byte), tail);
  if (kind === 5) return joined(head, utf8.encode(SPLICES[byte % SPLICES.length]), tail);
  return joined(head, Uint8Array.of(0xed, 0xa0, 0x80).subarray(byte % 3), tail);
}

function applied(start: Uint8Array, changes: readonly Change[]): Uint8Array {
  return changes.reduce<Uint8Array>(changed, start);
}

const countLies = rarely(fc.constantFrom("-0", "0", "1", '"1"', "1.0", "99", "null"), 12);

/** Streams of up to eleven lines; about a third stays sound, so that what is accepted is compared as often as what is not. */
export const malformedStream: fc.Arbitrary<Stream> = fc
  .record({
    lines: fc.array(fc.tuple(prediction, account), { maxLength: 6 }),
    once: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, { arbitrary: fc.constant(false), weight: 1 }),
    hostile: rarely(fc.tuple(fc.constantFrom(...CORPUS), fc.nat({ max: 6 })), 5),
    full: rarely(fc.constant(true), 50),
    nothing: rarely(fc.constant(true), 500),
    count: countLies,
    end: fc.constantFrom("\n", "\n", "\r\n", ""),
    feed: fc.constantFrom("\n", "\n", "\n", "\r\n"),
    changes: fc.oneof(fc.constant<Change[]>([]), fc.array(change, { maxLength: 3 })),
    cuts: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
  })
  .map((plan) => {
    const kept = plan.once
      ? plan.lines.filter(([, own], i) => plan.lines.findIndex(([, other]) => other === own) === i)
      : plan.lines;
    const full = Array.from({ length: plan.full === null ? 0 : ACCOUNTS }, (_, own) => `{"account":${own},"score":1}`);
    const lines = [...full, ...kept.map(([line, own]) => line(own))];
    const all = [...lines, `{"end":${plan.count ?? lines.length}}`];
    if (plan.hostile) all.splice(plan.hostile[1], 0, plan.hostile[0]);
    const start = utf8.encode(plan.nothing === null ? all.join(plan.feed) + plan.end : "");
    return { bytes: applied(start, plan.changes), cuts: plan.cuts };
  });
