import { closeSync } from "node:fs";
for (const descriptor of [0, 1, 2]) closeSync(descriptor);
setTimeout(() => process.exit(0), 200);
