import { houseTests } from "../../.config/vitest.ts";

// Some of its tests replace modules.
export default houseTests(import.meta.dirname, { isolate: true });
