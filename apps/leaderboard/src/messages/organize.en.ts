import { setUpEn } from "./set-up.en.ts";

/** What pages of organizers say. */
export const organizeEn = {
  ...setUpEn,
  "who.organize": "For organizers.",
  "nav.console": "Console",
  "nav.timeline": "Timeline",
  "nav.organize-teams": "Teams and codes",
  "error.preparing": "The event is being prepared. Come back soon; if you are its organizer, sign in to open it.",
  "error.titlePreparing": "Soon",
  "error.title409": "Meanwhile something changed",
  "error.meanwhile": "Somebody did this already, or something changed meanwhile. Look at the page again before you go on.",
  "error.faulty": "What was sent cannot be taken as it is, and nothing of it was.",
};
