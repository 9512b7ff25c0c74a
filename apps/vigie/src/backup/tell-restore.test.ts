import { expect, it } from "vitest";
import { withServer } from "../../test/fake-server.ts";
import { ownConfig } from "../../test/own-config.ts";
import { speaker } from "../say.ts";
import { tellRestore } from "./tell-restore.ts";

ownConfig();
const CHECKLIST = "POST /api/v1/event/checklist";

async function told(event: string): Promise<readonly string[]> {
  const printed: string[] = [];
  await tellRestore(event, { language: "en", say: speaker("en"), print: (line) => void printed.push(line) });
  return printed;
}

it("ticks the item off at the server of that very event", () =>
  withServer({ "GET /api/v1/event": { id: "e1" }, [CHECKLIST]: {} }, async (heard) => {
    expect(await told("e1")).toEqual(["The console knows now that a restore was tried."]);
    expect(heard.at(-1)).toMatchObject({ asked: CHECKLIST, body: '{"item":"restore"}' });
  }));

it("tells another event's server nothing", () =>
  withServer({ "GET /api/v1/event": { id: "e2" }, [CHECKLIST]: {} }, async (heard) => {
    expect((await told("e1"))[0]).toMatch(/another event/);
    expect(heard.map(({ asked }) => asked)).not.toContain(CHECKLIST);
  }));

it("says how to go on where nobody is signed in", async () => expect((await told("e1"))[0]).toMatch(/Nobody is signed in/));
