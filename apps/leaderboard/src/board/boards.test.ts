import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeStore } from "../../test/fake-store.ts";
import { CHALLENGE } from "../../test/fixture-event.ts";
import { loadTemplates, type Render } from "../render.ts";
import { Boards, type ShownBoard } from "./boards.ts";
import { boardBytes } from "./fragment.ts";

const templates = loadTemplates(join(import.meta.dirname, "../../assets"));
const FIRST = { page: 1, search: "" };

let rendered: string[];
let store: FakeStore;
let boards: Boards;
const counting: Render = (template, view) => {
  rendered.push(template);
  return templates(template, view);
};
beforeEach(() => {
  rendered = [];
  store = new FakeStore(1000);
  boards = new Boards(store, counting);
});
afterEach(() => boards.close());

const shown = (wish = FIRST): Promise<ShownBoard> => boards.shown(CHALLENGE.id, wish, "en");
const rows = (): string[] => rendered.filter((name) => name === "board-row");

/** Puts other rows on the board, and tells. */
function change(edit: (rows: FakeStore["state"]["standings"]["rows"]) => FakeStore["state"]["standings"]["rows"]): void {
  store.state.standings = {
    ...store.state.standings,
    version: store.state.standings.version + 1,
    rows: edit([...store.state.standings.rows]),
  };
  store.tell();
}

describe("a signed-in board of a thousand teams costs the viewer no rendering of rows", () => {
  it("renders the rows of a page once, and no others", async () => {
    await shown();
    expect(rows()).toHaveLength(100);
    for (let i = 0; i < 50; i++) boardBytes((await shown()).fragment, () => null);
    expect(rows()).toHaveLength(100);
  });

  it("renders after a change the row that changed, and nothing after an alarm without one", async () => {
    await shown();
    change((all) => all.with(7, { ...all[7], attempts: 50 }));
    await shown();
    expect(rows()).toHaveLength(101);
    rendered = [];
    store.tell({ kind: "run" });
    await shown();
    expect(rendered).toEqual([]);
  });

  it("renders no row anew because its rank changed, or because the store read it again", async () => {
    await shown();
    change((all) => all.map((row) => ({ ...row, rank: row.rank === null ? null : row.rank + 3 })));
    await shown();
    expect(rows()).toHaveLength(100);
  });

  it("renders a row anew that is queued or judged, and every row on another axis", async () => {
    await shown();
    store.state.pending = [...store.state.pending, { team: "t1", state: "queued" }];
    store.tell({ kind: "run" });
    await shown();
    expect(rows()).toHaveLength(101);
    change((all) => all.with(0, { ...all[0], score: 95, interval: [92, 98] }));
    await shown();
    expect(rows()).toHaveLength(201);
  });

  it("renders a row anew when its day at the event is over", async () => {
    await shown();
    const tomorrow = Date.now() + 86_400_000;
    Object.assign(store.clock, { now: () => tomorrow });
    store.tell();
    const { fragment } = await shown();
    expect(rows().length).toBeGreaterThan(100);
    expect(boardBytes(fragment, () => null).toString()).not.toContain("data-time");
  });
});

describe("versions", () => {
  it("are decided by the content alone: two servers over one database agree", async () => {
    const other = new Boards(store, templates);
    expect((await other.snapshot(CHALLENGE.id)).version).toBe((await boards.snapshot(CHALLENGE.id)).version);
    other.close();
  });

  it("come back with the content", async () => {
    const { version } = await boards.snapshot(CHALLENGE.id);
    const { rows: before } = store.state.standings;
    change((all) => all.slice(1));
    expect((await boards.snapshot(CHALLENGE.id)).version).not.toBe(version);
    change(() => structuredClone(before));
    expect((await boards.snapshot(CHALLENGE.id)).version).toBe(version);
  });

  it("are kept for a while and then forgotten; of an unknown challenge nothing is kept", async () => {
    const { version } = await boards.snapshot(CHALLENGE.id);
    for (let i = 0; i < 30; i++) {
      change((all) => all.with(3, { ...all[3], attempts: 100 + i }));
      await boards.snapshot(CHALLENGE.id);
      expect(boards.earlier(CHALLENGE.id, version) !== null).toBe(i < 23);
    }
    await expect(boards.snapshot("none")).rejects.toMatchObject({ code: "not-found" });
    expect(boards.earlier("none", version)).toBe(null);
  });
});
