import { houseTests } from "../../.config/vitest.ts";

export default houseTests(import.meta.dirname);
