/** Messages on e-transfers: neutral, in both languages, each used by lawful people. */
const DAILY = [
  "thanks",
  "merci",
  "lunch",
  "dîner",
  "groceries",
  "épicerie",
  "gas",
  "essence",
  "birthday",
  "fête",
  "concert",
  "hockey",
  "gift",
  "cadeau",
  "dinner",
  "souper",
  "pizza",
  "taxi",
  "phone bill",
  "internet",
  "hydro",
  "loan",
  "prêt",
  "payback",
  "vacation",
  "vacances",
  "camping",
  "babysitting",
  "garde",
  "tickets",
  "billets",
  "books",
  "livres",
  "bike",
  "vélo",
  "furniture",
  "meubles",
  "coffee",
  "café",
  "cat food",
  "team fees",
  "cotisation",
  "potluck",
  "moving",
  "déménagement",
  "week-end",
  "parking",
  "repairs",
  "réparations",
] as const;
const RENT = ["rent", "loyer", "rent share", "part du loyer"] as const;

/** Words of bookings, appointments and rooms: neutral, and the daily bread of hairdressers, tutors and hosts. */
export const BOOKING_MEMOS = [
  "booking",
  "réservation",
  "appt",
  "rdv",
  "appt 8pm",
  "rdv 19 h",
  "room",
  "chambre",
  "1 hour",
  "1 heure",
  "deposit appt",
  "acompte rdv",
  "late appt",
  "rdv tard",
] as const;

export const MEMOS: readonly string[] = [...DAILY, ...RENT, ...BOOKING_MEMOS];
export const DAILY_MEMOS = { first: 0, count: DAILY.length } as const;
export const RENT_MEMOS = { first: DAILY.length, count: RENT.length } as const;
export const BOOKING = { first: DAILY.length + RENT.length, count: BOOKING_MEMOS.length } as const;

/** What branches write down; the first two kinds say that somebody else spoke for the client. */
export const COMPANION_NOTES = [
  "another person answered for the client",
  "une autre personne répond pour la clientèle présente",
  "companion gave the instructions",
  "la personne qui accompagne donne les directives",
] as const;
const ROUTINE_NOTES = [
  "asked about fees",
  "demande sur les frais",
  "card replaced",
  "carte remplacée",
  "cheque book ordered",
  "question about a hold",
  "question sur une retenue",
  "identity papers renewed",
] as const;
export const NOTES: readonly string[] = [...COMPANION_NOTES, ...ROUTINE_NOTES];
