/** Sentences that every kind of challenge has. */
import { en } from "./messages/en.ts";
import { fr } from "./messages/fr.ts";
import { speakerOf } from "./speaker.ts";

export const say = speakerOf(en, fr);
