/** Running an event, in memory: what pages of organizers and teams are tried on. */
import type { Act, Deed, TeamLine } from "@vigie/spec/event";
import {
  settingsFrom,
  StoreError,
  type Announcement,
  type AuditEntry,
  type AuditWish,
  type EventDesk,
  type EventSettings,
  type EventWords,
  type FinalChoice,
  type JudgeQueueState,
  type ListedSubmission,
  type PersonRole,
  type QueuedRun,
  type Submission,
  type Team,
  type TeamDesk,
  type TeamFault,
  type TeamLight,
  type TeamProfile,
  type TeamsPlanned,
} from "@vigie/store";

type Change = Parameters<EventDesk["changeTeam"]>[1];

const plain = (name: string): string => name.trim().toLowerCase();
/** Enough of what looks alike for tests. */
const alike = (name: string): string =>
  plain(name)
    .replace(/[1il|]/g, "l")
    .replaceAll("0", "o");

export abstract class FakeDesk implements EventDesk, TeamDesk {
  abstract readonly state: { event: EventSettings | null; submissions: readonly Submission[] };
  abstract readonly clock: { now(): number };
  abstract teams(): Promise<readonly Team[]>;
  readonly log: AuditEntry[] = [];
  readonly said: Announcement[] = [];
  readonly profiles = new Map<string, TeamProfile>();
  readonly kept = new Map<string, number>();
  readonly consented = new Set<string>();
  readonly chosen = new Map<string, string>();
  readonly codesOut = new Map<string, { role: PersonRole; team: string | null; issuedAt: string }>();
  readonly signedIn = new Map<string, string>();
  queued: QueuedRun[] = [];
  queueNow: JudgeQueueState = {
    waiting: 0,
    working: 0,
    oldestQueuedAt: null,
    lastJudgedAt: null,
    medianRunMs: 31_000,
    errors: 0,
  };
  #codes = 0;

  protected written(actor: string, act: string, subject: string, about: Readonly<Record<string, string>> = {}): void {
    const at = new Date(this.clock.now()).toISOString();
    this.log.unshift({ id: String(this.log.length + 1).padStart(6, "0"), at, actor, act, subject, about });
  }

  #event(): EventSettings {
    if (this.state.event === null) throw new StoreError("no-event", "there is no event");
    return this.state.event;
  }

  act = async (deed: Deed, actor: string): Promise<Act> => {
    const event = this.#event();
    const act = { at: this.clock.now(), deed };
    this.state.event = settingsFrom({ ...event, calendar: event.calendar }, [...event.acts, act]);
    this.written(actor, deed.kind, event.id, { ...("team" in deed && deed.team !== null ? { team: deed.team } : {}) });
    return Promise.resolve(act);
  };
  changeWords = async (change: Partial<EventWords>, actor: string): Promise<void> => {
    this.state.event = { ...this.#event(), ...change };
    this.written(actor, "change-words", this.#event().id);
    return Promise.resolve();
  };

  async #all(): Promise<TeamProfile[]> {
    const listed = (await this.teams()).filter(({ baseline }) => !baseline);
    const common = { key: null, language: null, division: null, entry: "competing", reason: null, hidden: false } as const;
    for (const team of listed)
      if (!this.profiles.has(team.id)) this.profiles.set(team.id, { ...team, ...common, named: true, erased: false });
    return [...this.profiles.values()];
  }
  teamProfiles = (): Promise<readonly TeamProfile[]> => this.#all();
  teamProfile = async (team: string): Promise<TeamProfile> => {
    const found = (await this.#all()).find(({ id }) => id === team);
    if (found === undefined) throw new StoreError("unknown-team", "no such team");
    return found;
  };

  planTeams = async (lines: readonly TeamLine[]): Promise<TeamsPlanned> => {
    const known = await this.#all();
    const faults = lines.flatMap((line, row): TeamFault[] => {
      const own = known.find(({ key, name }) => (key ?? name) === (line.key ?? line.name));
      const before = lines.slice(0, row);
      const others = [...known.filter((one) => one !== own), ...before];
      if (line.name.trim() === "") return [{ row, code: "bad-name" }];
      const doubled = before.find((one) => (one.key ?? one.name) === (line.key ?? line.name));
      if (doubled !== undefined) return [{ row, code: "doubled", other: doubled.name }];
      const taken = others.find(({ name }) => plain(name) === plain(line.name));
      if (taken !== undefined) return [{ row, code: "name-taken", other: taken.name }];
      const like = others.find(({ name }) => alike(name) === alike(line.name));
      return like === undefined ? [] : [{ row, code: "name-looks-alike", other: like.name }];
    });
    if (faults.length > 0) return { kind: "faulty", faults };
    const rows = lines.map((line) => {
      const own = known.find(({ key, name }) => (key ?? name) === (line.key ?? line.name));
      const same = own !== undefined && own.name === line.name && own.division === (line.division ?? own.division);
      return {
        becomes: own === undefined ? ("new" as const) : same ? ("same" as const) : ("changed" as const),
        team: own?.id ?? null,
      };
    });
    return { kind: "right", rows };
  };
  saveTeams = async (lines: readonly TeamLine[], actor: string): Promise<TeamsPlanned> => {
    const planned = await this.planTeams(lines);
    if (planned.kind === "faulty") return planned;
    lines.forEach((line, i) => {
      const id = planned.rows[i].team ?? `n${this.profiles.size}`;
      const before = this.profiles.get(id);
      this.profiles.set(id, {
        ...{
          id,
          name: line.name,
          baseline: false,
          key: line.key ?? null,
          reason: null,
          hidden: false,
          named: true,
          erased: false,
        },
        ...before,
        ...{
          name: line.name,
          language: line.language ?? before?.language ?? null,
          division: line.division ?? before?.division ?? null,
        },
        entry: line.outOfCompetition === true ? "out-of-competition" : (before?.entry ?? "competing"),
      });
    });
    this.written(actor, "save-teams", this.state.event?.id ?? "", { teams: String(lines.length) });
    return planned;
  };
  countTeams = async (count: number, actor: string): Promise<void> => {
    const from = this.profiles.size;
    await this.saveTeams(
      Array.from({ length: count }, (_, i) => ({ name: `Team ${from + i + 1}` })),
      actor,
    );
    for (const [id, profile] of this.profiles)
      if (/^Team \d+$/.test(profile.name)) this.profiles.set(id, { ...profile, named: false });
  };
  changeTeam = async (team: string, change: Change, actor: string): Promise<TeamProfile> => {
    const before = await this.teamProfile(team);
    const { name } = change;
    const others = (await this.#all()).filter(({ id }) => id !== team);
    if (name !== undefined && name.trim() === "") throw new StoreError("bad-team-name", "no name");
    if (name !== undefined && others.some((one) => plain(one.name) === plain(name)))
      throw new StoreError("team-name-taken", "taken");
    if (name !== undefined && others.some((one) => alike(one.name) === alike(name)))
      throw new StoreError("team-name-looks-alike", "looks alike");
    const after = { ...before, ...change };
    this.profiles.set(team, after);
    this.written(actor, "change-team", team);
    return after;
  };
  lights = async (): Promise<readonly TeamLight[]> => {
    const order = ["never-signed-in", "nothing-sent", "nothing-accepted", "fine"] as const;
    const lights = (await this.#all()).map((team): TeamLight => {
      const own = this.state.submissions.filter((one) => one.team.id === team.id);
      const accepted = own.some((one) => one.public?.verdict === "accepted");
      const signedInAt = own.length > 0 ? own[own.length - 1].receivedAt : (this.signedIn.get(team.id) ?? null);
      const light = accepted
        ? "fine"
        : own.length > 0
          ? "nothing-accepted"
          : signedInAt !== null
            ? "nothing-sent"
            : "never-signed-in";
      const lastVerdict = own.find(({ practice }) => practice.verdict !== null)?.practice.verdict ?? null;
      const hasCode = this.codesOut.has(team.id) || signedInAt !== null;
      return { team, light, signedInAt, hasCode, sent: own.length, lastSentAt: own[0]?.receivedAt ?? null, lastVerdict };
    });
    return lights.sort((a, b) => order.indexOf(a.light) - order.indexOf(b.light) || a.team.name.localeCompare(b.team.name));
  };
  issueCodes = async (teams: readonly string[], actor: string) => {
    const issued = await Promise.all(
      teams.map(async (team) => {
        this.#codes += 1;
        const code = `7K4M-Q2XH-9WPD-${String(this.#codes).padStart(4, "W")}`;
        this.codesOut.set(team, { role: "participant", team, issuedAt: new Date(this.clock.now()).toISOString() });
        return { team: await this.teamProfile(team), code };
      }),
    );
    this.written(actor, "issue-codes", this.#event().id, { teams: String(teams.length) });
    return issued;
  };
  codes = () => Promise.resolve([...this.codesOut.values()]);

  announce = async (text: Announcement["text"], actor: string): Promise<Announcement> => {
    const one = { id: `a${this.said.length + 1}`, at: new Date(this.clock.now()).toISOString(), text, takenDownAt: null };
    this.said.unshift(one);
    this.written(actor, "announce", one.id);
    return Promise.resolve(one);
  };
  takeDown = async (announcement: string, actor: string): Promise<void> => {
    const at = this.said.findIndex(({ id }) => id === announcement);
    if (at < 0) throw new StoreError("unknown-announcement", "no such announcement");
    this.said[at] = { ...this.said[at], takenDownAt: new Date(this.clock.now()).toISOString() };
    this.written(actor, "take-down", announcement);
    return Promise.resolve();
  };
  announcements = (): Promise<readonly Announcement[]> => Promise.resolve(this.said);

  #known(ids: readonly string[]): number {
    for (const id of ids)
      if (!this.state.submissions.some((one) => one.id === id)) throw new StoreError("unknown-submission", "no such submission");
    return ids.length;
  }
  rerun = async (submissions: readonly string[], actor: string): Promise<number> => {
    const count = this.#known(submissions);
    for (const id of submissions) this.written(actor, "rerun", id);
    return Promise.resolve(count);
  };
  #withdrawn(submission: string, actor: string, act: "withdraw" | "put-back"): Promise<void> {
    this.#known([submission]);
    this.state.submissions = this.state.submissions.map((one) => {
      if (one.id !== submission) return one;
      return { ...one, withdrawn: act === "withdraw" ? true : undefined };
    });
    this.written(actor, act, submission);
    return Promise.resolve();
  }
  withdraw = async (submission: string, actor: string): Promise<void> => this.#withdrawn(submission, actor, "withdraw");
  putBack = async (submission: string, actor: string): Promise<void> => this.#withdrawn(submission, actor, "put-back");
  giveBack = async (submissions: readonly string[], actor: string): Promise<number> => {
    const count = this.#known(submissions);
    for (const id of submissions) this.written(actor, "give-back", id);
    return Promise.resolve(count);
  };
  queueState = (): Promise<JudgeQueueState> => Promise.resolve(this.queueNow);
  queue = ({ from = 0, most = 100 } = {}): Promise<readonly QueuedRun[]> => Promise.resolve(this.queued.slice(from, from + most));

  auditLog = ({ actor, act, subject, before, most = 100 }: AuditWish): Promise<readonly AuditEntry[]> =>
    Promise.resolve(
      this.log
        .filter((one) => (actor ?? one.actor) === one.actor && (act ?? one.act) === one.act)
        .filter((one) => (subject ?? one.subject) === one.subject && (before === undefined || one.id < before))
        .slice(0, most),
    );
  eraseTeam = async (team: string, actor: string): Promise<void> => {
    this.profiles.set(team, { ...(await this.teamProfile(team)), name: "—", erased: true });
    this.written(actor, "erase-team", team);
  };
  backup = () => {
    throw new Error("not here");
  };

  nameOwnTeam = async (team: string, name: string): Promise<TeamProfile> => {
    const named = { ...(await this.changeTeam(team, { name }, team)), named: true };
    this.profiles.set(team, named);
    return named;
  };
  consent = (team: string): Promise<void> => {
    this.consented.add(team);
    return Promise.resolve();
  };
  hasConsented = (team: string): Promise<boolean> => Promise.resolve(this.consented.has(team));
  choose = async (team: string, challenge: string, submission: string | null): Promise<void> => {
    const own = this.state.submissions.find(
      (one) => one.id === submission && one.team.id === team && one.challenge === challenge,
    );
    if (submission !== null && own?.public?.verdict !== "accepted") throw new StoreError("not-eligible", "not eligible");
    if (submission === null) this.chosen.delete(`${team} ${challenge}`);
    else this.chosen.set(`${team} ${challenge}`, submission);
    return Promise.resolve();
  };
  finalChoice = (team: string, challenge: string): Promise<FinalChoice> => {
    const own: readonly ListedSubmission[] = this.state.submissions.filter(
      (one) => one.team.id === team && one.challenge === challenge && one.public?.verdict === "accepted",
    );
    const chosen = own.find(({ id }) => id === this.chosen.get(`${team} ${challenge}`)) ?? null;
    const best = own.toSorted((a, b) => (b.public?.score?.points ?? 0) - (a.public?.score?.points ?? 0)).at(0) ?? null;
    return Promise.resolve({ chosen, goes: chosen ?? best });
  };
  ownPlaces = (team: string): Promise<readonly QueuedRun[]> => Promise.resolve(this.queued.filter((one) => one.team === team));
  keepInstant = (team: string, challenge: string, arrivedAt: number): Promise<void> => {
    this.kept.set(`${team} ${challenge}`, Math.min(arrivedAt, this.kept.get(`${team} ${challenge}`) ?? Infinity));
    return Promise.resolve();
  };
}
