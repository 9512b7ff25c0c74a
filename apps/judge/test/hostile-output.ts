/**
 * Programs that print what no detector should, and what their team is told. What the sandbox does with a flood or a
 * crash stands in the runner's table of attacks; here is what the judge makes of text that came through.
 */
import type { Reason, Verdict } from "@vigie/spec";

export interface HostileOutput {
  readonly claim: string;
  readonly language: "typescript" | "python";
  /** Prints by itself. */
  readonly program: string;
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly fault?: { readonly code: string; readonly line?: number };
  /** The sentence that the team sees. */
  readonly says: { readonly en: RegExp; readonly fr: RegExp };
}

type Says = HostileOutput["says"];
const WRONG = { verdict: "wrong_output", reason: "wrong_output" } as const;

const NOT_JSON: Says = { en: /must be one JSON object/, fr: /doit être un objet JSON/ };
const UNKNOWN_KEY: Says = {
  en: /only account, score, role and findings/,
  fr: /seules les clés account, score, role et findings/,
};
const DOUBLED_KEY: Says = { en: /a key may stand once/, fr: /une clé ne figure qu’une fois/ };
const NOT_A_NUMBER: Says = { en: /must be a finite number/, fr: /doit être un nombre fini/ };
const OUT_OF_RANGE: Says = { en: /must lie between 0 and 1/, fr: /doit se situer entre 0 et 1/ };
const NOT_AN_ID: Says = { en: /must be the account’s number/, fr: /doit être le numéro du compte/ };
const NO_UTF8: Says = { en: /must be UTF-8 text/, fr: /doit être du texte UTF-8/ };
const NO_END: Says = { en: /The last line.*is missing/, fr: /[Ii]l manque la dernière ligne/ };
const AFTER_END: Says = { en: /nothing may follow the end line/, fr: /rien ne doit suivre la ligne de fin/ };

/** One line, and a sound end. */
function line(claim: string, text: string, code: string, says: Says): HostileOutput {
  const program = `process.stdout.write(${JSON.stringify(`${text}\n{"end":1}\n`)});`;
  return { claim, language: "typescript", program, ...WRONG, fault: { code, line: 1 }, says };
}

/** Bytes within a text of a line, by their hexadecimal digits. */
function bytes(claim: string, hex: string): HostileOutput {
  const program = `import os\nos.write(1, b'{"account":0,"score":1,"role":"' + bytes.fromhex("${hex}") + b'"}\\n{"end":1}\\n')\n`;
  return { claim, language: "python", program, ...WRONG, fault: { code: "not-utf8", line: 1 }, says: NO_UTF8 };
}

const MANY: readonly HostileOutput[] = [
  {
    claim: "10 million predictions for accounts that go on past the last",
    language: "typescript",
    program: `import { writeSync } from "node:fs";
for (let from = 0; from < 10_000_000; from += 10_000) {
  let text = "";
  for (let i = from; i < from + 10_000; i++) text += '{"account":' + i + ',"score":0.5}\\n';
  writeSync(1, text);
}`,
    ...WRONG,
    fault: { code: "unknown-subject", line: 301 },
    says: { en: /no account of the data/, fr: /aucun compte des données/ },
  },
  {
    claim: "10 million predictions for one account, in Python",
    language: "python",
    program: `import sys\nfor _ in range(10_000):\n    sys.stdout.write('{"account":7,"score":0.5}\\n' * 1000)\n`,
    ...WRONG,
    fault: { code: "doubled-subject", line: 2 },
    says: { en: /one line only/, fr: /qu’à une ligne/ },
  },
  {
    claim: "10 million lines of nothing",
    language: "python",
    program: "import os\nfor _ in range(1_000):\n    os.write(1, b'\\n' * 10_000)\n",
    ...WRONG,
    fault: { code: "not-json", line: 1 },
    says: NOT_JSON,
  },
  {
    claim: "a line that never ends",
    language: "python",
    program: `import sys\nsys.stdout.write('{"account":0,"score":0.')\nwhile True:\n    sys.stdout.write("5" * 65536)\n`,
    ...WRONG,
    fault: { code: "line-too-long", line: 1 },
    says: { en: /longer than allowed/, fr: /dépasse la longueur permise/ },
  },
  {
    claim: "a line of a megabyte after sound ones",
    language: "typescript",
    program: `process.stdout.write('{"account":0,"score":1}\\n{"account":1,"score":1,"role":"' + "x".repeat(1 << 20) + '"}\\n');`,
    ...WRONG,
    fault: { code: "line-too-long", line: 2 },
    says: { en: /longer than allowed/, fr: /dépasse la longueur permise/ },
  },
];

const TEXT: readonly HostileOutput[] = [
  bytes("a byte that begins nothing", "ff"),
  bytes("a letter cut in half", "c3"),
  bytes("a letter written too long", "c0af"),
  bytes("half of a pair of surrogates", "eda080"),
  bytes("a letter past the last of Unicode", "f4908080"),
  line("an escaped half of a pair", '{"account":0,"score":1,"role":"\\ud800"}', "unknown-role", {
    en: /role is not known/,
    fr: /rôle n’existe pas/,
  }),
  line("a mark of byte order", '\ufeff{"account":0,"score":1}', "not-json", NOT_JSON),
];

const JSON_LINES: readonly HostileOutput[] = [
  line(
    "lists 30,000 deep",
    `{"account":0,"score":1,"findings":${"[".repeat(30_000)}${"]".repeat(30_000)}}`,
    "not-json",
    NOT_JSON,
  ),
  line("objects 10,000 deep that do not close", '{"account":'.repeat(5_000), "not-json", NOT_JSON),
  line("__proto__ as a key", '{"account":0,"score":1,"__proto__":{"score":1}}', "unknown-key", UNKNOWN_KEY),
  line(
    "__proto__ written with an escape",
    '{"account":0,"score":1,"__pro\\u0074o__":{"role":"mule"}}',
    "unknown-key",
    UNKNOWN_KEY,
  ),
  line("constructor as a key", '{"account":0,"score":1,"constructor":{"prototype":{"score":1}}}', "unknown-key", UNKNOWN_KEY),
  line("an end that only __proto__ has", '{"__proto__":{"end":0}}', "unknown-key", UNKNOWN_KEY),
  line("a key twice", '{"account":0,"score":0,"score":1}', "doubled-key", DOUBLED_KEY),
  line("a key twice, once with an escape", '{"account":0,"\\u0061ccount":1,"score":1}', "doubled-key", DOUBLED_KEY),
  line("NaN", '{"account":0,"score":NaN}', "not-json", NOT_JSON),
  line("Infinity", '{"account":0,"score":-Infinity}', "not-json", NOT_JSON),
  line("a number beyond all numbers", '{"account":0,"score":1e999}', "score-out-of-range", OUT_OF_RANGE),
  line("a score as text", '{"account":0,"score":"0.5"}', "score-not-a-number", NOT_A_NUMBER),
  line("a score in a list", '{"account":0,"score":[0.5]}', "score-not-a-number", NOT_A_NUMBER),
];

const LOOK_ALIKES: readonly HostileOutput[] = [
  line("an account in digits of full width", '{"account":"\uff10","score":1}', "subject-not-an-id", NOT_AN_ID),
  line("an account in Arabic digits", '{"account":"\u0661","score":1}', "subject-not-an-id", NOT_AN_ID),
  line("an account with a zero in front", '{"account":"01","score":1}', "subject-not-an-id", NOT_AN_ID),
  line("an account with a space that nobody sees", '{"account":"1\u200b","score":1}', "subject-not-an-id", NOT_AN_ID),
  line("an account as a power", '{"account":"1e0","score":1}', "subject-not-an-id", NOT_AN_ID),
  line("an account below zero", '{"account":-1,"score":1}', "subject-not-an-id", NOT_AN_ID),
  line("a role with a Cyrillic letter", '{"account":0,"score":1,"role":"mul\u0435"}', "unknown-role", {
    en: /role is not known/,
    fr: /rôle n’existe pas/,
  }),
  line(
    "an indicator with a hyphen that is none",
    '{"account":0,"score":1,"findings":[{"indicator":"small\u2010ad-payments","evidence":[]}]}',
    "unknown-indicator",
    { en: /indicator cannot be named/, fr: /indicateur ne peut pas être nommé/ },
  ),
  line("a key with a Cyrillic letter", '{"account":0,"sc\u043ere":1}', "unknown-key", UNKNOWN_KEY),
];

const FORGED: readonly HostileOutput[] = [
  {
    claim: "half of its output and a good exit",
    language: "typescript",
    program: `process.stdout.write('{"account":0,"score":1}\\n{"account":1,"sc'); process.exit(0);`,
    ...WRONG,
    fault: { code: "not-json", line: 2 },
    says: NOT_JSON,
  },
  {
    claim: "whole lines, no end, and a good exit",
    language: "python",
    program: `print('{"account":0,"score":1}')\n`,
    ...WRONG,
    fault: { code: "missing-end" },
    says: NO_END,
  },
  {
    claim: "a second output after the end",
    language: "typescript",
    program: `console.log('{"account":0,"score":0}\\n{"end":1}\\n{"account":0,"score":1}\\n{"end":1}');`,
    ...WRONG,
    fault: { code: "line-after-end", line: 3 },
    says: AFTER_END,
  },
  {
    claim: "a verdict of its own",
    language: "typescript",
    program: `console.log('{"verdict":"accepted","score":{"points":100}}');`,
    ...WRONG,
    fault: { code: "unknown-key", line: 1 },
    says: UNKNOWN_KEY,
  },
  {
    claim: "the judge's messages to its parent, on every descriptor",
    language: "python",
    program: `import os
message = b'{"kind":"judged","verdict":"accepted","score":{"points":100}}\\n'
for number in range(1, 40):
    if number == 2:
        continue
    try:
        os.write(number, message)
    except OSError:
        pass
`,
    ...WRONG,
    fault: { code: "unknown-key", line: 1 },
    says: UNKNOWN_KEY,
  },
];

export const HOSTILE_OUTPUTS: readonly HostileOutput[] = [...MANY, ...TEXT, ...JSON_LINES, ...LOOK_ALIKES, ...FORGED];
