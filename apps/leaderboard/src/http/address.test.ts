import { expect, it } from "vitest";
import { senderOf } from "./address.ts";

it.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:aaaa::1", "2001:db8:1:2::"],
  ["2001:db8:1:2:bbbb::2", "2001:db8:1:2::"],
  ["2001:db8:1:3::2", "2001:db8:1:3::"],
  [undefined, ""],
  ["no address", ""],
])("%s counts as %s", (ip, sender) => {
  expect(senderOf({ ip })).toBe(sender);
});
