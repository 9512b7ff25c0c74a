/** The headers that go with every answer. Nothing is loaded from elsewhere, and no script or style stands in a page. */
import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * `upgrade-insecure-requests` would break an event on a room's plain http; `no-referrer` would turn the Origin of our
 * own forms into "null", which the same-origin check needs.
 */
export function securityHeaders(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: secure,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  });
}
