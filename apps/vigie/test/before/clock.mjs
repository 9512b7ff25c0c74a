// Loaded before a server starts (`node --import`): its clock runs from the moment that VIGIE_TEST_NOW names, so that pages
// which tell "today" from another day, and an event that closes, say what they said when the answers were written down.
import process from "node:process";

const Clock = globalThis.Date;
const shift = Clock.parse(process.env["VIGIE_TEST_NOW"] ?? "") - Clock.now();
if (Number.isNaN(shift)) throw new Error("VIGIE_TEST_NOW: expected a moment in ISO 8601");

const now = () => Clock.now() + shift;

globalThis.Date = new Proxy(Clock, {
  apply: () => new Clock(now()).toString(),
  construct: (_, given, made) => Reflect.construct(Clock, given.length === 0 ? [now()] : given, made),
  get: (_, name) => (name === "now" ? now : Reflect.get(Clock, name)),
});
