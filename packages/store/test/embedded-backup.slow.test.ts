import { afterAll, beforeAll, describe } from "vitest";
import { backupConformance } from "./backup-conformance.ts";
import { EmbeddedPlace } from "./embedded-place.ts";

const place = new EmbeddedPlace();
beforeAll(() => place.make());
afterAll(() => place.close());

describe("what every back end does", () =>
  backupConformance(
    "embedded",
    () => place.open(),
    () => Promise.resolve({ dataDir: place.nowhere() }),
  ));
