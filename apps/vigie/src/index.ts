export { main } from "./main.ts";
export { speaker } from "./say.ts";
export { sendArchive, type Sending } from "./send-archive.ts";
