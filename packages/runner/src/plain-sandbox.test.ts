import { expect, test } from "vitest";
import { hostArgument } from "./plain-sandbox.ts";

const places = { submission: "/home/a/team", data: null, sdk: "/s", tmp: "/tmp/x" };

test.each([
  ["/submission/main.js", "/home/a/team/main.js"],
  ["--outfile=/tmp/out.js", "--outfile=/tmp/x/out.js"],
  ["--alias:@vigie/sdk=/sdk/sdk.js", "--alias:@vigie/sdk=/s/sdk.js"],
  ["/data", "/data"],
  ["/submissions/x", "/submissions/x"],
  ["a/submission/x", "a/submission/x"],
])("%s becomes %s on the host", (argument, expected) => expect(hostArgument(argument, places)).toBe(expected));
