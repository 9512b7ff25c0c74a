import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openStream, ROLES } from "../test/tiny-split.ts";
import type { Alerts } from "./kinds/ranking/alerts.ts";
import type { ReadOutcome } from "./output-stream.ts";

const CAPS = { lineBytes: 300, findingsPerAlert: 2, evidencePerFinding: 3 };
const KNOWN = new Set(["small-ad-payments", "short-stays-many-cities"]);
const utf8 = new TextEncoder();

/** Five accounts; account a owns the rows 100·a … 100·a + 9. */
function open(caps = CAPS) {
  const owns = (account: number, id: number) => Math.floor(id / 100) === account && id % 100 < 10;
  return openStream({ truth: { subjects: 5, subject: "account", owns }, caps, indicators: KNOWN, roles: ROLES });
}

function read(output: string | Uint8Array, chunk = Infinity): ReadOutcome & { said(): Alerts } {
  const bytes = typeof output === "string" ? utf8.encode(output) : output;
  const { stream, said } = open();
  for (let at = 0; at < bytes.length; at += chunk) stream.push(bytes.slice(at, at + chunk));
  return { ...stream.end(), said };
}

/** Alerts as values that can be compared. */
const plain = ({ roleOf, ...alerts }: Alerts) => ({ ...alerts, roles: [0, 1, 2, 3, 4].map(roleOf) });

function faultOf(output: string | Uint8Array) {
  const outcome = read(output);
  return outcome.ok ? null : outcome.fault;
}

const first = (extra: string) => `{"account":1,"score":0.5${extra}}\n`;
const finding = (inside: string) => first(`,"findings":[{"indicator":"small-ad-payments",${inside}}]`);
const manyTimes = (text: string, times: number) => text.repeat(times);

describe("what is refused, by code and line", () => {
  test.each([
    ["nothing at all", "", "no-output", undefined],
    ["no end line", '{"account":1,"score":1}\n', "missing-end", undefined],
    ["a cut last line", '{"account":1,"score":1}\n{"end"', "not-json", 2],
    ["a wrong count", '{"account":1,"score":1}\n{"end":2}\n', "wrong-end", 2],
    ["a count as text", '{"end":"0"}\n', "wrong-end", 1],
    ["a count that is not a count", '{"end":-0}\n', "wrong-end", 1],
    ["an end with company", '{"end":0,"x":1}\n', "unknown-key", 1],
    ["a prediction that also ends", '{"account":1,"score":1,"end":1}\n', "unknown-key", 1],
    ["a line after the end", '{"end":0}\n{"end":0}\n', "line-after-end", 2],
    ["an empty line after the end", '{"end":0}\n\n', "line-after-end", 2],
    ["an empty line", '\n{"end":0}\n', "not-json", 1],
    ["a line of spaces", '  \r\n{"end":0}\n', "not-json", 1],
    ["a byte order mark", '\ufeff{"end":0}\n', "not-json", 1],
    ["chatter", "loading model...\n", "not-json", 1],
    ["a list", "[]\n", "not-an-object", 1],
    ["a number", "1\n", "not-an-object", 1],
    ["two values on a line", '{"end":0}{"end":0}\n', "not-json", 1],
    ["a trailing comma", '{"account":1,"score":1,}\n', "not-json", 1],
    ["single quotes", "{'account':1}\n", "not-json", 1],
    ["NaN", '{"account":1,"score":NaN}\n', "not-json", 1],
    ["Infinity", '{"account":1,"score":Infinity}\n', "not-json", 1],
    ["-Infinity", '{"account":1,"score":-Infinity}\n', "not-json", 1],
    ["a leading zero", '{"account":01,"score":1}\n', "not-json", 1],
    ["a bare point", '{"account":1,"score":.5}\n', "not-json", 1],
    ["a plus sign", '{"account":1,"score":+1}\n', "not-json", 1],
    ["a raw control character", '{"account":"\u0001","score":1}\n', "not-json", 1],
    ["a bad escape", '{"account":"\\x41","score":1}\n', "not-json", 1],
    ["an unclosed text", '{"account":"1\n', "not-json", 1],
    ["too deep nesting", `{"account":${manyTimes("[", 100)}1${manyTimes("]", 100)},"score":1}\n`, "not-json", 1],
    ["deep nesting that never closes", `${manyTimes('{"a":', 50)}\n`, "not-json", 1],
    ["an unknown key", first(',"why":1'), "unknown-key", 1],
    ["__proto__", first(',"__proto__":{"score":1}'), "unknown-key", 1],
    ["constructor", first(',"constructor":1'), "unknown-key", 1],
    ["a doubled key", first(',"score":0.5'), "doubled-key", 1],
    ["a doubled key in other letters", first(',"sc\\u006fre":0.5'), "doubled-key", 1],
    ["a doubled __proto__", first(',"__proto__":1,"__prot\\u006f__":1'), "doubled-key", 1],
    ["a doubled key in a finding", finding('"evidence":[],"evidence":[]'), "doubled-key", 1],
    ["a doubled key deeper down", first(',"findings":[{"indicator":{"a":1,"a":2},"evidence":[]}]'), "doubled-key", 1],
    ["no account", '{"score":1}\n', "missing-key", 1],
    ["no score", '{"account":1}\n', "missing-key", 1],
    ["an account with a sign", '{"account":-1,"score":1}\n', "subject-not-an-id", 1],
    ["an account of minus zero", '{"account":-0,"score":1}\n', "subject-not-an-id", 1],
    ["an account with a fraction", '{"account":1.0,"score":1}\n', "subject-not-an-id", 1],
    ["an account in powers", '{"account":1e0,"score":1}\n', "subject-not-an-id", 1],
    ["an account with a leading zero", '{"account":"01","score":1}\n', "subject-not-an-id", 1],
    ["an account with a space", '{"account":"1 ","score":1}\n', "subject-not-an-id", 1],
    ["an account in other digits", '{"account":"\u0661","score":1}\n', "subject-not-an-id", 1],
    ["an account of half a pair", '{"account":"\\ud800","score":1}\n', "subject-not-an-id", 1],
    ["null as account", '{"account":null,"score":1}\n', "subject-not-an-id", 1],
    ["an account beyond the last", '{"account":5,"score":1}\n', "unknown-subject", 1],
    ["an account of many digits", `{"account":${manyTimes("9", 200)},"score":1}\n`, "unknown-subject", 1],
    ["an account twice, once as text", first("") + '{"account":"1","score":1}\n', "doubled-subject", 2],
    ["a score as text", '{"account":1,"score":"0.5"}\n', "score-not-a-number", 1],
    ["true as score", '{"account":1,"score":true}\n', "score-not-a-number", 1],
    ["a score that overflows", '{"account":1,"score":1e999}\n', "score-out-of-range", 1],
    ["a score above 1", '{"account":1,"score":1.0000000000000002}\n', "score-out-of-range", 1],
    ["a score below 0", '{"account":1,"score":-1e-300}\n', "score-out-of-range", 1],
    ["an unknown role", first(',"role":"Controller"'), "unknown-role", 1],
    ["null as role", first(',"role":null'), "unknown-role", 1],
    ["toString as role", first(',"role":"toString"'), "unknown-role", 1],
    ["findings that are no list", first(',"findings":{}'), "findings-not-a-list", 1],
    ["null as findings", first(',"findings":null'), "findings-not-a-list", 1],
    ["a finding that is no object", first(',"findings":["small-ad-payments"]'), "not-an-object", 1],
    ["too many findings", first(',"findings":[1,2,3]'), "too-many-findings", 1],
    ["another key in a finding", finding('"evidence":[],"score":1'), "unknown-key", 1],
    ["a finding without evidence", first(',"findings":[{"indicator":"small-ad-payments"}]'), "missing-key", 1],
    ["a finding without indicator", first(',"findings":[{"evidence":[]}]'), "missing-key", 1],
    ["an unknown indicator", first(',"findings":[{"indicator":"small-ad-payment","evidence":[]}]'), "unknown-indicator", 1],
    [
      "an indicator twice",
      first(
        ',"findings":[{"indicator":"small-ad-payments","evidence":[]},{"indicator":"small-ad-p\\u0061yments","evidence":[]}]',
      ),
      "doubled-indicator",
      1,
    ],
    ["evidence that is no list", finding('"evidence":100'), "evidence-not-a-list", 1],
    ["evidence that is no id", finding('"evidence":["0K7-M2QX-4TB1"]'), "evidence-not-an-id", 1],
    ["evidence with a fraction", finding('"evidence":[100.0]'), "evidence-not-an-id", 1],
    ["evidence beyond 2^52", finding('"evidence":[4503599627370496]'), "evidence-not-an-id", 1],
    ["evidence twice, once as text", finding('"evidence":[100,"100"]'), "doubled-evidence", 1],
    ["another account's evidence", finding('"evidence":[200]'), "foreign-evidence", 1],
    ["too much evidence", finding('"evidence":[100,101,102,103]'), "too-much-evidence", 1],
    ["a line over the cap", `{"end":0${manyTimes(" ", 300)}}\n`, "line-too-long", 1],
    ["an endless line", manyTimes("x", 1000), "line-too-long", 1],
    [
      "more lines than accounts",
      `${[0, 1, 2, 3, 4].map((a) => `{"account":${a},"score":1}\n`).join("")}{"account":0,"score":1}\n`,
      "too-many-lines",
      6,
    ],
    ["bytes that are not UTF-8", Uint8Array.of(0x22, 0xff, 0x22, 0x0a), "not-utf8", 1],
    ["a surrogate in UTF-8", Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22, 0x0a), "not-utf8", 1],
    ["a sequence cut by the end", Uint8Array.of(0x22, 0xc3), "not-utf8", 1],
  ])("%s", (_, output, code, line) => {
    const fault = faultOf(output);
    expect(fault?.code).toBe(code);
    expect(fault?.line).toBe(line);
  });
});

describe("what is accepted", () => {
  test.each([
    ["an end alone", '{"end":0}'],
    ["line ends of Windows", '{"account":1,"score":1}\r\n{"end":1}\r\n'],
    ["no line break at the end", '{"account":1,"score":1}\n{"end":1}'],
    ["spaces between tokens", ' { "account" : 1 , "score" : 1 , "findings" : [ ] } \n\t{ "end" : 1 } '],
    ["keys in another order and in escapes", '{"sc\\u006fre":1e-3,"account":"1"}\n{"end":1}'],
    ["a line of exactly the cap", `{"end":0${manyTimes(" ", 291)}}\r\n`],
  ])("%s", (_, output) => {
    expect(read(output).ok).toBe(true);
  });

  test("scores, roles and findings stand by account; −0 is 0; ids may be text", () => {
    const line =
      '{"account":"3","score":-0.0,"role":"front","findings":[{"indicator":"small-ad-payments","evidence":["309",301]}]}';
    const outcome = read(`${line}\n{"account":0,"score":0.25}\n{"end":2}\n`);
    if (!outcome.ok) throw new Error(outcome.fault.code);
    const alerts = outcome.said();
    expect([...alerts.alerted]).toEqual([1, 0, 0, 1, 0]);
    expect(Object.is(alerts.scores[3], 0)).toBe(true);
    expect([0, 1, 2, 3, 4].map((account) => alerts.roleOf(account))).toEqual([null, null, null, "front", null]);
    expect([...alerts.findings.keys()]).toEqual([3]);
    expect(alerts.findings.get(3)?.get("small-ad-payments")).toEqual(Float64Array.of(301, 309));
  });
});

describe("what a fault says", () => {
  test("names the nearest known indicator, role and key", () => {
    expect(faultOf(first(',"findings":[{"indicator":"small_ad_payment","evidence":[]}]'))?.expected).toBe("small-ad-payments");
    expect(faultOf(first(',"findings":[{"indicator":"xyz","evidence":[]}]'))?.expected).toBeUndefined();
    expect(faultOf(first(',"role":"Controler"'))?.expected).toBe("controller");
    expect(faultOf(first(',"rolle":"mule"'))?.expected).toBe("role");
  });

  test("shows at most 80 characters, with controls, bidi marks and half pairs escaped", () => {
    const fault = faultOf(`${"\u202e\u0007\u2066".repeat(30)}\n`);
    expect(fault?.found?.length).toBeLessThanOrEqual(80);
    expect(fault?.found).toMatch(/^(\\u202e\\u0007\\u2066)+.*…$/);
    expect(faultOf(first(',"\\ud800":1'))?.found).toBe("\\ud800");
  });

  test("a reader that found one says so at once, and what follows changes nothing", () => {
    const one = open().stream;
    expect(one.push(utf8.encode('{"account":1,"score":1}\n'))).toBe(true);
    expect(one.push(utf8.encode("oops\n"))).toBe(false);
    expect(one.push(utf8.encode('{"end":1}\n'))).toBe(false);
    expect(one.end()).toMatchObject({ ok: false, fault: { code: "not-json", line: 2, found: "oops" } });
  });
});

describe("any bytes at all", () => {
  const piece = fc.constantFrom(
    '{"account":1,"score":0.5}',
    '{"account":2,"score":1}',
    '{"end":1}',
    "\n",
    "\r\n",
    "é",
    "{",
    "[",
    '"\\u',
  );

  test("cut anywhere, read the same as in one piece", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (pieces, chunk) => {
        const [cut, whole] = [read(pieces.join(""), chunk), read(pieces.join(""))];
        expect(cut.ok ? plain(cut.said()) : cut.fault).toEqual(whole.ok ? plain(whole.said()) : whole.fault);
      }),
    );
  });

  test("end in predictions or in a fault whose texts keep to their limits; nothing is thrown", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.json().map((text) => utf8.encode(text)),
        ),
        (bytes) => {
          const outcome = read(bytes, 7);
          if (outcome.ok) return;
          expect(outcome.fault.found?.length ?? 0).toBeLessThanOrEqual(80);
          expect(outcome.fault.expected?.length ?? 0).toBeLessThanOrEqual(80);
        },
      ),
    );
  });

  test("a line of any length and depth within the cap does not crash the parser", () => {
    const wide = { ...CAPS, lineBytes: 2_000_000 };
    for (const line of [
      "[".repeat(1_000_000),
      `"${"a".repeat(1_900_000)}`,
      `"${"\\n".repeat(900_000)}"`,
      "1".repeat(1_900_000),
    ]) {
      const one = open(wide).stream;
      one.push(utf8.encode(`${line}\n`));
      expect(one.end().ok).toBe(false);
    }
  });
});
