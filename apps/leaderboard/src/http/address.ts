import type { Request } from "express";
import ipaddr from "ipaddr.js";

/** Whose address a request came from, as limits count it: of IPv6 the network of 64 bits that one subscriber has. */
export function senderOf({ ip }: Pick<Request, "ip">): string {
  if (ip === undefined || !ipaddr.isValid(ip)) return "";
  const address = ipaddr.process(ip);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  return new ipaddr.IPv6([...address.parts.slice(0, 4), 0, 0, 0, 0]).toString();
}
