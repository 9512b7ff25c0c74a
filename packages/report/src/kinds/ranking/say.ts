import { speakerOf } from "../../speaker.ts";
import { rankingEn } from "./messages.en.ts";
import { rankingFr } from "./messages.fr.ts";

/** Sentences of this kind alone. */
export const say = speakerOf(rankingEn, rankingFr);
