/** When a request's head was read, by the event's clock: what a submission counts by, however long the rest takes. */
import type { Request, RequestHandler } from "express";
import type { EventClock } from "@vigie/store";

const arrivals = new WeakMap<Request, number>();

/** Stands before everything else. */
export function noteArrivals(clock: EventClock): RequestHandler {
  return (request, _response, next) => {
    arrivals.set(request, clock.now());
    next();
  };
}

/** Milliseconds since 1970. @throws Error of a request that came in by another door. */
export function arrivalOf(request: Request): number {
  const at = arrivals.get(request);
  if (at === undefined) throw new Error("nobody noted when this request arrived");
  return at;
}
