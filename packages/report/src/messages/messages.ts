/** The shape of all sentences: what English has, French must have. */
import type { en } from "./en.ts";

export type Messages = typeof en;

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];

type WithoutPlural<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;

/** Every key that can be said; of a plural the stem alone (`finding.curve`). */
export type MessageKey = WithoutPlural<Exclude<Paths<Messages>, VerdictKeys>> | VerdictKeys;

/** Verdict names carry underscores of their own; none ends in a plural's suffix, but they are kept whole all the same. */
type VerdictKeys = Extract<Paths<Messages>, `verdict.${string}` | `reason.${string}` | `hidden.${string}`>;
