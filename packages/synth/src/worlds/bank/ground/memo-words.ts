/**
 * The words of messages on e-transfers, by topic and by the sums that they go with: English, French of Québec and Acadia.
 * Here those of what is owed and sold; those of friends and families are in `social-words.ts`.
 *
 * Words stand between slashes. `{month}` becomes the name of each month, long and short, and then goes with that month
 * alone; `{day}` that of each day of the week, and goes with it and the two days before; `{n}` a number.
 */

/** Dollars at which one sort of message ends and another begins. */
export const STEPS = [0, 10, 20, 40, 80, 160, 320, 640, 1500] as const;
type Step = (typeof STEPS)[number];
/** Dollars beyond all sums. */
export const ANY = 1_000_000;

/** Messages that go with sums from `from` dollars up to below `to`; in some months (1 to 12) alone where they are given. */
export interface Sums {
  readonly from: Step;
  readonly to: Step | typeof ANY;
  readonly en: string;
  readonly fr: string;
  readonly months?: readonly number[];
}

export interface Words {
  readonly sums: readonly Sums[];
  /** Small pictures that either language may add. */
  readonly pictures: readonly string[];
  /** False where nobody would add a thank-you. */
  readonly thanks: boolean;
}

/** Messages of some sums; see `Sums`. */
export function sums(from: Step, to: Step | typeof ANY, en: string, fr: string, months?: readonly number[]): Sums {
  return months === undefined ? { from, to, en, fr } : { from, to, en, fr, months };
}

/** The words of a topic. */
export function words(pictures: readonly string[], thanks: boolean, ...all: readonly Sums[]): Words {
  return { sums: all, pictures, thanks };
}

/** Words of bills, debts, rent and trade. */
export const MONEY_WORDS = {
  bills: words(
    ["💡", "📱"],
    true,
    sums(
      10,
      80,
      "phone / wifi / internet / phone bill / streaming / cell / my share of wifi / phone {month} / internet {month} / cell plan / data",
      "cell / internet / facture cell / forfait / facture internet / abonnement / wifi / cell {month} / ma part internet / internet {month} / facture du cell / données",
    ),
    sums(
      40,
      320,
      "hydro / utilities / gas bill / power bill / hydro {month} / water bill / hydro + wifi / heating / bills / insurance / my half of hydro / bills {month} / electricity",
      "électricité / hydro / hydro {month} / fact. hydro / chauffage / comptes / assurance / hydro + internet / ma moitié hydro / facture / comptes {month} / électricité {month}",
    ),
    sums(
      160,
      1500,
      "car insurance / insurance / all the bills / car pmt / {month} car pmt / daycare bill / condo fees / credit card",
      "assurance auto / assurances / paiement auto / tous les comptes / paiement auto {month} / frais de condo / carte de crédit",
    ),
    sums(
      640,
      ANY,
      "property tax / yearly insurance / taxes / my half of the mortgage / mortgage",
      "taxes / taxes municipales / assurance annuelle / ma moitié hypothèque / hypothèque",
    ),
  ),
  owed: words(
    ["😅", "💸"],
    false,
    sums(
      0,
      ANY,
      "payback / paying you back / owed / i owe u / what i owe / sorry its late / finally lol / we’re even / my share / for yesterday / my part / ur share / as agreed / balance / u paid last time / owed u this / for the other day",
      "remboursement / je te devais / ce que je dois / désolé du retard / enfin! / on est quitte / ma part / pour hier / ta part / comme convenu / solde / pour l’autre jour / je t’en devais une / excuse le délai / t’avais payé",
    ),
    sums(
      80,
      ANY,
      "part 2 / rest of it / half now / other half / pmt 1 of 3 / 2nd pmt / second half / pmt 2 of 2 / {month} pmt / last part",
      "le reste / 2e versement / la moitié / l’autre moitié / 1 de 3 / versement {month} / 2 de 2 / dernière partie / paiement {month}",
    ),
    sums(
      160,
      ANY,
      "loan / final pmt / loan pmt / {month} loan pmt / what i borrowed / loan back / last pmt woohoo",
      "prêt / dernier vers. / dette / paiement du prêt / prêt {month} / ce que j’ai emprunté / dernier paiement!",
    ),
  ),
  rent: words(
    ["🏠"],
    true,
    sums(
      0,
      160,
      "rest of rent / rent balance / rent diff / bit of rent",
      "reste du loyer / solde loyer / différence loyer / manquait au loyer",
    ),
    sums(
      160,
      640,
      "rent share / my half of rent / {month} rent share / rent part 1 / rent part 2 / half of {month} / my rent / rent",
      "part du loyer / ma part loyer / ma part {month} / moitié du loyer / loyer 1 de 2 / loyer 2 de 2 / mon loyer / loyer",
    ),
    sums(
      320,
      ANY,
      "rent / {month} rent / rent {month} / rent + hydro / apt rent / rent!! / house rent / rent for {month} / monthly rent / basement rent",
      "loyer / loyer {month} / loyer + hydro / loyer apt / appart / loyer du mois / appart {month} / loyer 4 1/2 / loyer de l’appart / logement {month}",
    ),
  ),
  trade: words(
    ["🧾", "📦", "✂️"],
    true,
    sums(
      0,
      40,
      "tip / delivery / parts / pickup / samples / copies / alterations / small repair / keys cut / refill / coffee order / overpaid / price diff",
      "pourboire / livraison / pièces / ramassage / échantillons / copies / retouches / petite réparation / clés / recharge / commande de café / payé en trop / différence",
    ),
    sums(
      20,
      160,
      "order / supplies / lesson / class / haircut / nails / brows / cleaning / repair / tune-up / cake order / photos / order {n} / gift card / flowers / workshop / refund / classes {month}",
      "commande / fournitures / cours / coupe + couleur / ongles / sourcils / ménage / réparation / mise au point / gâteau / photos / commande {n} / carte-cadeau / fleurs / atelier / remboursement client / cours {month}",
    ),
    sums(
      20,
      ANY,
      "invoice / inv {n} / invoice {n} / deposit / balance / paid in full / supplies / order / for the work / services / services {month}",
      "facture / fact. {n} / facture {n} / acompte / solde / payé au complet / fournitures / commande / pour l’ouvrage / services / services {month}",
    ),
    sums(
      80,
      640,
      "catering / flyers / web site / {day} shift / weekend shifts / cleaning contract / design work / training / commission / sign / table rental / bulk order / product order / market stall / shifts {month}",
      "traiteur / dépliants / site web / quart de {day} / quarts de fin de semaine / contrat de ménage / graphisme / formation / commission / enseigne / location de table / grosse commande / produits / kiosque du marché / quarts {month}",
    ),
    sums(
      320,
      ANY,
      "equipment / contract / project deposit / 2nd instalment / stock / payment on account / invoice {month} / used equipment / balance of inv / subcontract / inventory / consulting",
      "équipement / contrat / acompte projet / 2e versement / stock / paiement sur compte / facture {month} / équipement usagé / solde de la fact. / sous-traitance / inventaire / consultation",
    ),
  ),
} as const satisfies Record<string, Words>;

/** Words of bookings, appointments and rooms: neutral, and the daily bread of hairdressers, tutors and hosts. */
export const BOOKING_WORDS: Words = words(
  ["🙂"],
  false,
  sums(
    0,
    ANY,
    "booking / appt / appointment / appt tmrw / my appt / appt {day} / booking {day} / for the booking",
    "réservation / rdv / rendez-vous / réserv. / rdv demain / mon rdv / rdv {day} / réserv. {day}",
  ),
  sums(
    10,
    160,
    "deposit appt / booking dep / room dep / appt dep / missed appt",
    "acompte rdv / dépôt chambre / dépôt rdv / acompte réserv. / rdv manqué",
  ),
  sums(40, 320, "1 hour / appt 8pm / late appt / appt 2pm / half hour", "1 heure / rdv 19 h / rdv tard / rdv 14 h / demi-heure"),
  sums(80, 640, "2 hours / room / room 1 nite", "2 heures / chambre / chambre 1 nuit"),
  sums(320, ANY, "room / room wk / booking balance", "chambre / chambre semaine / solde réserv."),
);
