/**
 * A data folder from before there were several kinds of challenges, opened by this code: see `before/README.md`. Its version
 * of the challenge is made and scored no more: what was judged is shown as it was, and what waits waits.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { canonicalJson } from "@vigie/spec";
import { checked } from "@vigie/spec/node";
import { Answers, askAgain, HomeThen, ROLES, unpack, type Answer, type Role } from "./before/old-event.ts";
import { ExportedOfAny, holds } from "./before/receipts.ts";
import { storedJson } from "./before/stored.ts";
import { Running, until } from "./command-line.ts";

const SEARCH = {
  en: ["Find a team", "[Find a team]", "Find"],
  fr: ["Trouver une équipe", "[Trouver une équipe]", "Chercher"],
} as const;
/** Of the event of before. */
const KEY = "W0LZQx/nQiayugD2rA0x4QfD+Id3dq95o2alz3ZHE4Y=";

/**
 * What may differ from what was said before: where `page` (who asks, and the address) fits, each line `before` is `now`.
 * A change that no page needs any more fails the last test here.
 */
const CHANGED: readonly { readonly page: RegExp; readonly before: string | RegExp; readonly now: readonly string[] }[] = [
  // Sentences that went with a verdict speak of no kind of challenge any more.
  ...[
    [
      "Your output on the hidden accounts was complete, and it has a score.",
      "Your output on the hidden data was complete, and it has a score.",
    ],
    [
      "La sortie pour les comptes cachés était complète et elle a reçu un score.",
      "La sortie pour les données cachées était complète et elle a reçu un score.",
    ],
    [
      "The program computed for longer than a run may. Look for work that is repeated for each account.",
      "The program computed for longer than a run may. Look for work that is repeated for each row.",
    ],
    [
      "Le programme a calculé plus longtemps que permis. Cherchez un travail répété pour chaque compte.",
      "Le programme a calculé plus longtemps que permis. Cherchez un travail répété pour chaque ligne de données.",
    ],
    [
      "Your program wrote more than a run may. Write each account at most once, and nothing but prediction lines.",
      "Your program wrote more than a run may. Write nothing but the lines that are asked for, each of them once.",
    ],
    [
      "Le programme a trop écrit. Donnez une ligne au plus par compte, et seulement des lignes de prédiction.",
      "Le programme a trop écrit. N’écrivez que les lignes demandées, chacune une seule fois.",
    ],
  ].map(([before, now]) => ({ page: /\/submissions\//, before, now: [now] })),
  ...[
    [
      "Every account is made up by a program. You join with a team code, without a name or an e-mail address.",
      "Everything in them is made up by a program. You join with a team code, without a name or an e-mail address.",
    ],
    [
      "Chaque compte est inventé. Vous entrez avec le code de votre équipe, sans nom ni courriel.",
      "Tout y est inventé. Vous entrez avec le code de votre équipe, sans nom ni courriel.",
    ],
  ].map(([before, now]) => ({ page: /\/(en|fr)$/, before, now: [now] })),
  // Boards and lists are searched, and a part's name stands in the head of its column alone.
  { page: /^(?:guest|team) \/en\/.*leaderboard$/, before: "Live", now: ["Live", ...SEARCH.en, "My team"] },
  { page: /^(?:guest|team) \/fr\/.*leaderboard$/, before: "En direct", now: ["En direct", ...SEARCH.fr, "Mon équipe"] },
  { page: /^(?:mentor|organizer) \/en\/.*leaderboard$/, before: "Live", now: ["Live", ...SEARCH.en] },
  { page: /^(?:mentor|organizer) \/fr\/.*leaderboard$/, before: "En direct", now: ["En direct", ...SEARCH.fr] },
  { page: /\/en\/teams$/, before: /^(Who is stuck, .*)$/, now: ["$1", ...SEARCH.en] },
  { page: /\/fr\/teams$/, before: /^(Qui bute, .*)$/, now: ["$1", ...SEARCH.fr] },
  {
    page: /\/(?:en|fr)\/challenges\/[^/]+\/leaderboard$/,
    before: /^(?:Ranking|Budget|Indicators|Evidence|Roles|Harm|Ordre|Indicateurs|Preuves|Rôles|Tort) (−?\d+\s?%)$/,
    now: ["$1"],
  },
  // Any archive that people's tools make is taken.
  {
    page: /\/en\/runs$/,
    before: /^A \.tar\.gz or \.zip of your project, with vigie\.json at its root, (.*)$/,
    now: [
      "A .zip or .tar.gz of the folder in which vigie.json lies, $1 It counts from the moment its first byte arrives here, however long the rest takes.",
    ],
  },
  {
    page: /\/fr\/runs$/,
    before: /^Votre projet en \.tar\.gz ou en \.zip, vigie\.json à la racine; (.*)$/,
    now: [
      "Le dossier où se trouve vigie.json, en .zip ou en .tar.gz; $1 L’heure qui compte est celle où son premier octet arrive ici, quelle que soit la durée du reste.",
    ],
  },
  // The runs' page is the team's.
  { page: /^team \/en\/runs$/, before: /^Our runs( · .*)$/, now: ["Our team$1"] },
  { page: /^team \/fr\/runs$/, before: /^Nos soumissions( · .*)$/, now: ["Notre équipe$1"] },
  // Where lists are named, and led back to beside other links.
  { page: /\/(?:en|fr)\/(?:runs|submissions\/[^/]+)$/, before: /^(?:Our runs|Nos soumissions|Teams|Équipes)$/, now: [] },
  // The API has a page, and receipts a key that anybody may know.
  {
    page: /\/en\/challenges\/[^/]+$/,
    before: "What each column holds",
    now: ["What each column holds", "The API, for a program of your own"],
  },
  {
    page: /\/fr\/challenges\/[^/]+$/,
    before: "Le contenu de chaque colonne",
    now: ["Le contenu de chaque colonne", "L’API, pour votre propre programme"],
  },
  {
    page: /\/en$/,
    before: /^(The hidden data come from a secret\..*)$/,
    now: [
      "$1",
      "Every verdict has a signed receipt",
      `It is on the page of each run. Check it with vigie verify and --key: ${KEY}`,
    ],
  },
  {
    page: /\/fr$/,
    before: /^(Un secret détermine les données cachées\..*)$/,
    now: [
      "$1",
      "Chaque verdict a un reçu signé",
      `Il se trouve sur la page de chaque essai. Vérifiez-le avec vigie verify et --key : ${KEY}`,
    ],
  },
];

/**
 * Pages that say more than before: a team's attempts, place in the queue and choice; links to code, comparison and handling;
 * lights of teams. What they said must still stand there, in its order.
 */
const GREW = /\/(en|fr)\/(runs|teams|submissions\/[^/]+)$/;

/** Pages that a challenge has now; the old addresses lead there. */
const MOVED = /^\/(en|fr)\/(data|indicators)$/;

const BEFORE = checked(Answers, storedJson("answers.json.gz"), "answers.json.gz");
const JUDGED = checked(Answers, storedJson("waiting-answers.json.gz"), "waiting-answers.json.gz");
const RECEIPTS = "/api/v1/challenges/follow-the-money/receipts";
const EXPORTED = checked(ExportedOfAny, valueOf(BEFORE[`organizer ${RECEIPTS}`]), "receipts").runs.map(({ signed }) => signed);

/** The last commit that judges the event's version of the challenge. */
const COMMIT = "00fed80";
const Waiting = Type.Object({ state: Type.String(), verdict: Type.Unknown(), score: Type.Unknown() });
/** The addresses of the submissions that waited. */
const WAITED = Object.keys(JUDGED).flatMap((key) => /\/api\/v1\/submissions\/[0-9a-f-]{36}$/.exec(key)?.[0] ?? []);

const opened = await openSandbox("auto");
if (opened.kind === "ready") await opened.sandbox.close();

const needed = new Set<RegExp>();

function withChanges(key: string, { lines, ...rest }: Answer): Answer {
  const changes = CHANGED.filter(({ page }) => page.test(key));
  const now = lines.flatMap((line) => {
    const change = changes.find(({ before }) => (typeof before === "string" ? before === line : before.test(line)));
    if (change === undefined) return [line];
    needed.add(change.page);
    return typeof change.before === "string" ? change.now : change.now.map((text) => line.replace(change.before, text));
  });
  return { ...rest, lines: key === "team /api/v1/me/submissions" ? withoutReports(now) : now };
}

/** Where the navigation leads hangs on who asks, and grows with what there is to run. */
function unled(answers: Readonly<Record<string, Answer>>): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(answers).map(([path, { lines, ...rest }]) => {
      const at = 1 + lines.findIndex((line) => line === "[Main]" || line === "[Navigation principale]");
      return [path, { ...rest, lines: at === 0 ? lines : lines.toSpliced(at, 1) }];
    }),
  );
}

/** Of pages that grew, the lines that were there before, as far as they come in that order. */
function withoutMore(
  answers: Readonly<Record<string, Answer>>,
  before: Readonly<Record<string, Answer>>,
): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(answers).map(([path, answer]) => {
      if (!GREW.test(path)) return [path, answer];
      const { lines } = before[path];
      const kept = answer.lines.reduce<string[]>((seen, line) => (line === lines[seen.length] ? [...seen, line] : seen), []);
      return [path, { ...answer, lines: kept }];
    }),
  );
}

/** Lists of submissions show no reports any more: those are at each submission's own address. */
function withoutReports(lines: readonly string[]): string[] {
  const list = checked(
    Type.Array(Type.Object({ practice: Type.Record(Type.String(), Type.Unknown()) })),
    JSON.parse(lines.join("\n")),
    "list",
  );
  const shown = list.map(({ practice, ...rest }) => ({
    ...rest,
    practice: Object.fromEntries(Object.entries(practice).filter(([key]) => !REPORTED.has(key))),
  }));
  return JSON.stringify(JSON.parse(canonicalJson(shown)), null, 1).split("\n");
}

const REPORTED = new Set(["fault", "log", "mistakes", "resources"]);

/** What a role was told at the addresses that `wanted` takes, with the changes that are allowed since. */
function told(answers: Readonly<Record<string, Answer>>, role: Role, wanted: (path: string) => boolean): Record<string, Answer> {
  const keys = Object.keys(answers).filter((key) => key.startsWith(`${role} `) && wanted(key.slice(role.length + 1)));
  return Object.fromEntries(keys.map((key) => [key.slice(role.length + 1), withChanges(key, answers[key])]));
}

function valueOf({ lines }: Answer): unknown {
  return JSON.parse(lines.join("\n"));
}

describe.skipIf(opened.kind === "missing")("a data folder of before", () => {
  const [home, later] = [new HomeThen("2026-11-30T16:00:00Z"), new HomeThen("2026-11-30T18:00:00Z")];
  const [dataDir, waiting] = [join(home.folder, "event"), join(home.folder, "waiting")];
  let server: Running;

  beforeAll(async () => {
    mkdirSync(dataDir);
    unpack("folder.tar.br", dataDir);
    cpSync(dataDir, waiting, { recursive: true, preserveTimestamps: true });
    unpack("waiting.tar.br", waiting);
    server = await Running.start(home, dataDir);
  }, 480_000);
  afterAll(async () => {
    await server.end("SIGKILL");
    for (const { folder } of [home, later]) rmSync(folder, { recursive: true, force: true });
  });

  describe("where nothing waits", () => {
    it.each(ROLES)("answers the API's questions as it did: %s", { timeout: 120_000 }, async (role) => {
      const before = told(BEFORE, role, (path) => /^\/(api|healthz|robots)/.test(path));
      expect(await askAgain(server, role, before)).toEqual(before);
    });

    it.each(ROLES.flatMap((role) => ["en", "fr"].map((lang) => [role, lang] as const)))(
      "says on every page what it said: %s, %s",
      { timeout: 120_000 },
      async (role, lang) => {
        const before = unled(told(BEFORE, role, (path) => new RegExp(`^/${lang}(/|$)`).test(path) && !MOVED.test(path)));
        expect(withoutMore(unled(await askAgain(server, role, before)), before)).toEqual(before);
      },
    );

    it.each(["/en/data", "/fr/data", "/en/indicators", "/fr/indicators"])(
      "leads from %s to the challenge's own page",
      async (path) => {
        const [, lang, page] = MOVED.exec(path) ?? [];
        const answer = await fetch(server.url + path, { redirect: "manual" });
        expect(answer.status).toBe(302);
        expect(answer.headers.get("location")).toBe(`/${lang}/challenges/follow-the-money/${page}`);
      },
    );

    it("hands out receipts of format 1 that hold, and takes them in from a file", { timeout: 120_000 }, () => {
      for (const signed of EXPORTED) expect([signed.receipt.receipt, holds(signed)]).toEqual([1, true]);
      const [out, into] = ["site.json", "merged.json"].map((name) => join(home.folder, name));
      expect(home.vigie(["login", server.url, server.codes().organizer])).toMatchObject({ code: 0 });
      expect(home.vigie(["receipts", "export", "--out", out])).toMatchObject({ code: 0, err: "" });
      expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(valueOf(BEFORE[`organizer ${RECEIPTS}`]));
      const merged = home.vigie(["receipts", "merge", out, "--into", into, "--key", EXPORTED[0].publicKey]);
      expect(merged).toMatchObject({ code: 0, err: "" });
      expect(readFileSync(into, "utf8")).toContain(EXPORTED[0].signature);
    });

    it.each(["practice", "public"])("finds an old receipt of %s good, and names the commit that judges it again", (split) => {
      const signed = EXPORTED.find(({ receipt }) => receipt.split === split && receipt.verdict === "accepted");
      if (signed === undefined) throw new Error(`no receipt of ${split}`);
      const file = join(home.folder, `${split}.json`);
      writeFileSync(file, JSON.stringify(signed));
      const archive = join(dataDir, "spool", `${signed.receipt.submission.id}.tar.gz`);
      const secret = split === "public" ? ["--secret-file", join(dataDir, "event-secret")] : [];
      const again = home.vigie(["verify", file, "--archive", archive, "--key", signed.publicKey, ...secret]);
      expect(again.out).not.toContain("DIFFERS");
      expect(again, again.err).toMatchObject({ code: 5, out: expect.stringMatching(/same +archive/) });
      expect(again.out).toContain(`git checkout ${COMMIT}`);
    });

    it("stops in good order", async () => expect(await server.end("SIGTERM")).toBe(0), 60_000);
  });

  describe("where submissions wait that were acknowledged", () => {
    const start = async (): Promise<void> => {
      await server.end("SIGKILL");
      server = await Running.start(later, waiting);
      await until("the sentence on what waits", 2, async () => Promise.resolve(server.printed.includes(COMMIT) || null)).catch(
        (error: unknown) => {
          throw new Error(`${String(error)}\n${server.printed}`);
        },
      );
    };
    beforeAll(start, 240_000);

    it(
      "lets them wait, says why and what to do, and ends none of them, however often it is started",
      { timeout: 240_000 },
      async () => {
        for (let again = 0; again < 4; again++) {
          if (again > 0) await start();
          const mentor = await server.signedIn("mentor");
          expect(WAITED).toHaveLength(5);
          for (const path of WAITED) {
            const { state, verdict, score } = await server.json(path, Waiting, mentor);
            expect([state, verdict, score], `${path}\n${server.printed}`).toEqual(["queued", null, null]);
          }
        }
        expect(server.printed).toContain("vigie judge rejudge follow-the-money");
      },
    );

    it("tells the organizer on the console, in both languages", { timeout: 60_000 }, async () => {
      const organizer = await server.signedIn("organizer");
      for (const lang of ["en", "fr"]) {
        const page = await fetch(`${server.url}/${lang}/organize`, { headers: organizer });
        expect(await page.text()).toMatch(new RegExp(`1\\.0\\.0[^]*${COMMIT}[^]*judge rejudge follow-the-money`));
      }
    });

    it("leaves what was judged before as it was", { timeout: 60_000 }, async () => {
      const before = told(BEFORE, "mentor", (path) => /^\/api\/v1\/submissions\/[0-9a-f-]{36}/.test(path));
      expect(await askAgain(server, "mentor", before)).toEqual(before);
    });
  });

  it("lists no change that no page needs", () => {
    expect(CHANGED.filter(({ page }) => !needed.has(page))).toEqual([]);
  });
});
