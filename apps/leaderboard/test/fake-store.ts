/** The store's promise in memory: what pages and API are tried on. Tests move it with `set` and `tell`. */
import type { ChallengeSpec, Standings } from "@vigie/spec";
import type {
  Change,
  EventSettings,
  ExportedReceipt,
  ListedRun,
  ListedSubmission,
  ListedTeam,
  Run,
  Store,
  Submission,
  SubmitResult,
  Team,
  Viewer,
} from "@vigie/store";
import { FakeDesk } from "./fake-desk.ts";
import {
  CHALLENGE,
  EVENT,
  EXHIBIT,
  OTHER,
  OWN,
  SECOND,
  SECOND_SUBMISSIONS,
  standingRows,
  submission,
  SUBMISSIONS,
  run,
} from "./fixture-event.ts";

export const CODES: Readonly<Record<string, Viewer>> = {
  "OWN-CODE": { role: "participant", team: OWN, actor: "code-own" },
  "OTHER-CODE": { role: "participant", team: OTHER, actor: "code-other" },
  "MENTOR-CODE": { role: "mentor", team: null, actor: "code-mentor" },
  "ORGANIZER-CODE": { role: "organizer", team: null, actor: "code-organizer" },
};

export interface FakeState {
  event: EventSettings | null;
  challenges: readonly ChallengeSpec[];
  standings: Standings;
  pending: { team: string; state: "queued" | "judging" }[];
  submissions: readonly Submission[];
  answer: (bytes: number) => SubmitResult;
  attemptsLeft: number;
  preparation: Awaited<ReturnType<Store["preparation"]>>;
}

/** Lists hold neither reports nor receipts: what a page shows of them it has asked for. */
function listedRun({ id, split, state, verdict, reason, score, queuedAt, judgedAt }: Run): ListedRun {
  return { id, split, state, verdict, reason, score, queuedAt, judgedAt };
}

function listed(one: Submission): ListedSubmission {
  return { ...one, practice: listedRun(one.practice), public: one.public === null ? null : listedRun(one.public) };
}

const newestFirst = (a: Submission, b: Submission): number => b.receivedAt.localeCompare(a.receivedAt);

/** Some of the teams, in another order of places. */
function secondStandings(): Standings {
  const rows = standingRows(6).filter(({ baseline }) => !baseline);
  return { challenge: SECOND.id, version: 3, rows };
}

export class FakeStore extends FakeDesk implements Store {
  readonly spoolDir = "/nonexistent";
  readonly clock = { now: () => Date.now() };
  readonly audited: { actor: string; act: string; subject: string }[] = [];
  readonly calls: string[] = [];
  readonly state: FakeState;
  #listeners = new Set<(change: Change) => void>();
  #sessions = new Map<string, Viewer>();

  constructor(teams?: number) {
    super();
    this.state = {
      event: EVENT,
      challenges: [CHALLENGE],
      standings: { challenge: CHALLENGE.id, version: 7, rows: standingRows(teams) },
      pending: [
        { team: "t5", state: "judging" },
        { team: "t10", state: "queued" },
        { team: "w1", state: "judging" },
      ],
      submissions: SUBMISSIONS,
      answer: () => ({ kind: "stored", submission: submission("s-new", OWN, 16, run("practice", { verdict: null }), null) }),
      attemptsLeft: 8,
      preparation: [{ split: "public", state: "ready" }],
    };
  }

  event = () => Promise.resolve(this.state.event);
  createEvent = () => Promise.reject(new Error("not here"));
  publicChallenges = () => this.challenges();
  challenges = () => {
    this.calls.push("challenges");
    return Promise.resolve(this.state.challenges);
  };
  createTeam = () => Promise.reject(new Error("not here"));
  teams = (): Promise<readonly Team[]> =>
    Promise.resolve(this.state.standings.rows.map(({ team, teamName, baseline }) => ({ id: team, name: teamName, baseline })));
  issueCode = () => Promise.reject(new Error("not here"));
  signIn = (code: string) => {
    const viewer = CODES[code];
    if (viewer === undefined) return Promise.resolve(null);
    const token = `token-${this.#sessions.size}-${viewer.actor}`;
    this.#sessions.set(token, viewer);
    return Promise.resolve({ token, viewer });
  };
  viewer = (token: string) => Promise.resolve(this.#sessions.get(token) ?? null);
  signOut = (token: string) => {
    this.#sessions.delete(token);
    return Promise.resolve();
  };
  submit = async ({ archive }: { archive: AsyncIterable<Uint8Array> }) => {
    let bytes = 0;
    for await (const chunk of archive) bytes += chunk.length;
    return this.state.answer(bytes);
  };
  submission = (id: string) => Promise.resolve(this.state.submissions.find((one) => one.id === id) ?? null);
  submissionsOf = (team: string, challenge: string, { before = Infinity, most = 100 } = {}) => {
    const own = this.state.submissions.filter((one) => one.team.id === team && one.challenge === challenge);
    const page = own
      .filter(({ attempt }) => attempt < before)
      .toSorted(newestFirst)
      .slice(0, most);
    return Promise.resolve(page.map(listed));
  };
  newestSubmission = (team: string) => {
    const newest = this.state.submissions
      .filter((one) => one.team.id === team)
      .toSorted(newestFirst)
      .at(0);
    return Promise.resolve(newest === undefined ? null : listed(newest));
  };
  madeMistake = (team: string, challenge: string, subject: number) => {
    const own = this.state.submissions.filter((one) => one.team.id === team && one.challenge === challenge);
    const mistakes = own.flatMap(({ practice }) => practice.practice?.mistakes ?? []);
    return Promise.resolve(mistakes.some((mistake) => mistake.subject === subject));
  };
  teamList = async (challenge: string, { search = "", from = 0, most = 100 } = {}) => {
    const named = (await this.teams()).filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
    const sorted = named.toSorted((a, b) => Number(a.baseline) - Number(b.baseline) || a.name.localeCompare(b.name));
    const row = async (team: Team): Promise<ListedTeam> => {
      const own = this.state.submissions.filter((one) => one.team.id === team.id && one.challenge === challenge);
      return { team, submissions: own.length, newest: (await this.submissionsOf(team.id, challenge)).at(0) ?? null };
    };
    return { total: named.length, rows: await Promise.all(sorted.slice(from, from + most).map(row)) };
  };
  receipts = async function* (this: FakeStore, challenge: string): AsyncGenerator<ExportedReceipt> {
    for (const one of this.state.submissions.filter((known) => known.challenge === challenge)) {
      const { team, attempt, receivedAt } = one;
      const beside = { team: team.name, baseline: team.baseline, attempt, receivedAt };
      for (const run of [one.practice, one.public]) {
        if (run?.receipt) yield await Promise.resolve({ ...beside, signed: run.receipt });
      }
    }
  };
  attemptsLeftToday = () => Promise.resolve(this.state.attemptsLeft);
  standings = (challenge: string) => {
    this.calls.push("standings");
    return Promise.resolve(challenge === SECOND.id ? secondStandings() : this.state.standings);
  };
  publicStandings = (challenge: string) => this.standings(challenge);
  exhibit = (challenge: string, subject: number) =>
    Promise.resolve(challenge === CHALLENGE.id && subject === EXHIBIT.subject ? EXHIBIT : null);
  pending = () => Promise.resolve(this.state.pending);
  preparation = () => Promise.resolve(this.state.preparation);
  readonly begun: { version: string; actor: string }[] = [];
  /** Sizes and own sets of the version that was begun last. */
  begunOn: Pick<ChallengeSpec, "sizes" | "own"> | null = null;
  beginRevision = ({ version, sizes, own }: ChallengeSpec, actor: string) => {
    this.begun.push({ version, actor });
    this.begunOn = { sizes, own };
    return Promise.resolve({ revision: this.begun.length, runs: 0 });
  };
  revision = () => {
    const version = this.begun.at(-1)?.version;
    const coming = { revision: this.begun.length, submissions: 0, judged: 0, errors: 0 };
    return Promise.resolve({
      revision: 0,
      version: CHALLENGE.version,
      coming: version === undefined ? null : { version, ...coming },
    });
  };
  audit = (entry: { actor: string; act: string; subject: string }) => {
    this.audited.push(entry);
    this.written(entry.actor, entry.act, entry.subject);
    return Promise.resolve();
  };
  onChange = (listener: (change: Change) => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  close = () => Promise.resolve();

  /** Makes it an event of two challenges. */
  withSecond(): this {
    this.state.challenges = [CHALLENGE, SECOND];
    this.state.submissions = [...SUBMISSIONS, ...SECOND_SUBMISSIONS];
    return this;
  }

  /** Tells every listener, as the database would. */
  tell(change: Partial<Change> = {}): void {
    for (const listener of this.#listeners)
      listener({ kind: "standings", challenge: CHALLENGE.id, team: null, submission: null, ...change });
  }
}
