import { houseTests } from "../../.config/vitest.ts";

// A file opens its sandbox, and closes it.
export default houseTests(import.meta.dirname, { isolate: true });
