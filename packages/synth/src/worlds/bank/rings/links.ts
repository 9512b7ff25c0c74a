/**
 * Who hands money to whom inside a ring. It runs to a hub: the controller's account, or where that is not in the set the
 * front's or a helper's. A link is keyed by its ring and its two ends, so that both sides compute it alone.
 */
import type { Role } from "@vigie/sdk";
import type { Ring } from "../plan.ts";

/** Where the money comes from: people who pay by e-transfer, cash, or the account's own balance; wages come back. */
export type Source = "clients" | "cash" | "balance" | "wages";

export interface Link {
  /** Slots. */
  readonly from: number;
  readonly to: number;
  readonly source: Source;
}

const HUBS: readonly Role[] = ["controller", "front", "facilitator", "mule", "exploited"];

/** The slot to which a ring's money runs. */
export function hubOf({ roles, first }: Ring): number {
  const role = HUBS.find((one) => roles.includes(one)) ?? roles[0];
  return first + roles.indexOf(role);
}

function sourceOf({ typology }: Ring, role: Role): Source {
  if (role === "front" || role === "facilitator") return "balance";
  if (typology === "cash-pooler" || typology === "mule-funnel") return "cash";
  return role === "mule" ? "cash" : "clients";
}

/** The way of one member's money. */
function linkOf(ring: Ring, member: number, hub: number): Link {
  const { roles, first, typology } = ring;
  const role = roles[member - first];
  const mule = first + roles.indexOf("mule");
  if (role === "facilitator") return { from: hub, to: member, source: "balance" };
  if (role === "mule" && typology === "e-transfer-collector") return { from: hub, to: member, source: "balance" };
  if (role === "exploited" && roles[hub - first] === "front") return { from: hub, to: member, source: "wages" };
  if (role === "exploited" && typology === "mule-funnel" && mule >= first) return { from: member, to: mule, source: "clients" };
  return { from: member, to: hub, source: sourceOf(ring, role) };
}

/** All links of a ring. */
export function linksOf(ring: Ring): Link[] {
  const hub = hubOf(ring);
  const links = ring.roles.map((_, i) => linkOf(ring, ring.first + i, hub));
  const front = ring.roles.indexOf("front");
  const wages = ring.roles.flatMap((role, i): Link[] =>
    role === "exploited" && front >= 0 && ring.first + front !== hub
      ? [{ from: ring.first + front, to: ring.first + i, source: "wages" }]
      : [],
  );
  return [...links, ...wages].filter(({ from, to }) => from !== to);
}
