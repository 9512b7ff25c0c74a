/** How much is taken in at once, and from how slow a sender. Tests turn them down. */
export interface UploadLimits {
  /** Archives that are read at once, and requests that may wait for their turn meanwhile. */
  readonly most: number;
  readonly mostWaiting: number;
  readonly waitMs: number;
  /** Of one team, waiting ones included. */
  readonly mostOfTeam: number;
  /** Archives of one team that are read within a minute, whatever becomes of them: each costs a walk through it. */
  readonly perMinute: number;
  /** A sender that says nothing for so long is cut. */
  readonly idleMs: number;
  /** What a whole upload may take: so long, and its size at so slow a pace. */
  readonly wholeMs: number;
  readonly slowestBytesPerSecond: number;
}

export const UPLOAD_LIMITS: UploadLimits = {
  most: 16,
  mostWaiting: 48,
  waitMs: 8_000,
  mostOfTeam: 2,
  perMinute: 12,
  idleMs: 15_000,
  wholeMs: 20_000,
  slowestBytesPerSecond: 16 * 1024,
};
