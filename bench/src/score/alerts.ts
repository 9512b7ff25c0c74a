/** Alerts as a detector printed them, and lists that are made of them. */
import { Type, type Static } from "@sinclair/typebox";
import { checked } from "@vigie/spec/node";

export const Alert = Type.Object({
  account: Type.Integer(),
  score: Type.Number(),
  role: Type.Optional(Type.String()),
  findings: Type.Optional(Type.Array(Type.Object({ indicator: Type.String(), evidence: Type.Array(Type.Number()) }))),
});
export type Alert = Static<typeof Alert>;
export type Alerts = readonly Alert[];

/** The lines of an output, without the one that ends it. */
export function alertsOf(output: string): Alert[] {
  const lines = output.split("\n").filter((line) => line !== "" && !line.startsWith('{"end"'));
  return lines.map((line) => checked(Alert, JSON.parse(line), "a detector's line"));
}

export function outputOf(alerts: Alerts): string {
  return `${alerts.map((alert) => JSON.stringify(alert)).join("\n")}\n{"end":${alerts.length}}\n`.replace(/^\n/, "");
}

/** Highest score first. */
export function ranked(alerts: Alerts): Alert[] {
  return alerts.toSorted((a, b) => b.score - a.score || a.account - b.account);
}

/** The alerts with the role that `change` makes of each one's; undefined names none. */
export function withRoles(alerts: Alerts, change: (role: string | undefined) => string | undefined): Alert[] {
  return alerts.map(({ role: named, ...alert }) => {
    const role = change(named);
    return role === undefined ? alert : { ...alert, role };
  });
}

/** Accounts by score, highest first, as so many alerts at most, in (0, 1]; `say` adds what is said of each. */
export function alertsByScore(scores: ArrayLike<number>, most: number, say: (account: number) => Partial<Alert>): Alert[] {
  const order = Array.from(scores, (score, account) => ({ account, score })).sort(
    (a, b) => b.score - a.score || a.account - b.account,
  );
  return order.slice(0, most).map(({ account }, place) => ({ account, score: 1 - place / (most + 1), ...say(account) }));
}
