/** What friends and families write with the money that they send each other; the form is told in `memo-words.ts`. */
import { ANY, sums, words, type Words } from "./memo-words.ts";

/** Months of a season, 1 to 12. */
const WINTER = [12, 1, 2, 3] as const;
const SUMMER = [6, 7, 8] as const;
const WARM = [5, 6, 7, 8, 9] as const;
const HOCKEY = [10, 11, 12, 1, 2, 3, 4] as const;
const TIRES = [4, 5, 10, 11, 12] as const;

export const SOCIAL_WORDS = {
  thanks: words(
    ["🙏", "😊", "❤️", "👍"],
    false,
    sums(
      0,
      ANY,
      "thanks / thank you / thx / ty / thanks so much / thnaks / cheers / much appreciated / u the best / tysm / thx bud / thanks again / ty for today / thank u / thx for ur help / lifesaver / ur awesome / thanks for everything / thks / appreciate it / as promised / here u go / there ya go / all good now / enjoy",
      "merci / merci beaucoup / mci / merci bcp / merci encore / merci pour tout / mrci / un gros merci / t’es fin / merci chum / mille mercis / merci pour ton aide / t’es ben fine / tiens / comme promis / v’là / bonne journée / c’est bon / merci d’avance / merci mon ami / mercii / à bientôt / pour toi / au plaisir / marci ben",
    ),
  ),
  food: words(
    ["😋", "🙌", "🍴"],
    true,
    sums(
      0,
      20,
      "coffee / coffees / ☕ / coffee ☕ / double-double / donut run / bagel / muffin / latte / smoothie / bubble tea / fries / snacks / tea / popcorn / my coffee / cookies / samosas",
      "café / cafés / ☕ / café ☕ / mon café / beignes / café + muffin / chocolat chaud / bagel / croissants / popcorn / collation / biscuits / patate frite / liqueur / latté / thé aux perles / chocolatine",
    ),
    sums(
      10,
      40,
      "lunch / pizza / 🍕 / pizza 🍕 / takeout / wings / sandwiches / subs / breakfast / ramen / pho / burgers / shawarma / tacos / dumplings / roti / poutine / noodles / lunch {day} / fish n chips / curry / food court",
      "dîner / diner / lunch / pizza / 🍕 / pizza 🍕 / poutine / sous-marins / déjeuner / shawarma / pho / hamburgers / tacos / griot / dîner {day} / pad thaï / râpure / fish and chips / guédilles / bouffe du midi",
    ),
    sums(
      20,
      80,
      "dinner / sushi / 🍣 / 🍻 / pizza night / brunch / my share of dinner / half the bill / for last nite / potluck / supper / apps + drinks / dinner {day} / pizza {day} / food / my half / resto / wine / bday drinks / date nite / drinks / dinner for 4 / steak nite",
      "souper / resto / 🍣 / 🍻 / resto hier / sushis / ma part du resto / pour hier soir / moitié de la facture / bouffe / 5 à 7 / brunch / souper {day} / pizza {day} / apéro / rôtisserie / fondue / vin / ma moitié / drinks / poulet / souper à 4 / souper de fête",
    ),
    sums(
      40,
      320,
      "groceries / grocries / grocery run / bulk run / my half of groceries / groceries {month} / meat order / farm box / grocery share / freezer stuff / big shop / food + cleaning stuff / groceries + gas / food for the wk / groceries this wk / my part of groceries",
      "épicerie / epicerie / ma part d’épicerie / moitié épicerie / épicerie {month} / commande de viande / paniers bio / grosse épicerie / bouffe de la semaine / bouffe du chalet / épicerie + essence / épicerie de la semaine / marché / ma moitié épicerie",
    ),
    sums(
      160,
      640,
      "catering / party food / side of beef / food for the party / group dinner / groceries for the month / big dinner",
      "traiteur / buffet / bouffe du party / demi-bœuf / souper de gang / épicerie du mois / gros souper",
    ),
    sums(0, 20, "ice cream / popsicles / iced coffee", "crème glacée / crèmerie / slush / une molle / café glacé", WARM),
    sums(20, 160, "bbq / bbq {day} / burgers + beer / corn roast", "bbq / bbq {day} / épluchette / souper sur le bbq", WARM),
    sums(20, 160, "sugar shack / pancake breakfast", "cabane à sucre / sirop / cannes de sirop / tire sur la neige", [3, 4]),
    sums(40, 160, "lobster / lobster supper", "homard / souper de homard", [5, 6, 7]),
    sums(40, 160, "turkey / thanksgiving dinner", "dinde / souper de l’action de grâce", [10]),
    sums(20, 160, "xmas dinner / tourtière / office party", "réveillon / tourtière / party de bureau", [12]),
  ),
  fun: words(
    ["🎉", "🙌", "🤩"],
    true,
    sums(
      0,
      20,
      "bowling / movie / lotto / raffle / 50/50 / arcade / bingo / pool table / lotto group / stickers / trivia",
      "quilles / cinéma / loto / tirage / moitié-moitié / gratteux / bingo / billard / gratteux du groupe / quiz / cinoche / mise",
    ),
    sums(
      10,
      80,
      "movie nite / beer / beers / 🍺 / beers 🍻 / pitcher / poker nite / karaoke / cover / trivia nite / board game / yoga / swim / pickleball / climbing gym / escape game / comedy show / museum / bar tab / {day} game / merch / drop in",
      "bière / bières / bieres / 🍺 / bières 🍻 / soirée poker / karaoké / entrée / soirée quiz / jeu de société / yoga / piscine / pickleball / escalade / jeu d’évasion / humour / musée / match {day} / pichet / ciné / broue / soirée filles",
    ),
    sums(
      20,
      160,
      "tickets / tix / 🎟️ / tix 🎟️ / concert / show / party / gig / paint nite / spa day / theatre / dance class / gym / team shirt / guitar strings / ticket x1",
      "billets / show / 🎟️ / billets 🎟️ / spectacle / party / théâtre / cours de danse / gym / chandail d’équipe / mon billet / billet du show / concert / sortie / party {day}",
    ),
    sums(
      80,
      320,
      "team fees / league fees / concert tix / 2 tickets / tournament / guitar lessons / bus tix / season fee / train tix / course fee / drum lessons",
      "cotisation / inscription ligue / 2 billets / tournoi / cours de guitare / billets d’autobus / frais d’équipe / billets de train / inscription / cours de piano",
    ),
    sums(
      160,
      640,
      "weekend away / cabin / concert tix x4 / season pass / trip / hotel share / road trip / stag / bachelorette / guitar",
      "week-end / billets x4 / passe de saison / voyage / part de l’hôtel / road trip / enterrement de vie de fille / location / guitare",
    ),
    sums(
      320,
      ANY,
      "flights / trip / vacation share / my half of the trip / plane tix / wedding / trip balance / travel",
      "billets d’avion / voyage / vol / ma moitié du voyage / noces / voyage de groupe / solde du voyage / vacances",
    ),
    sums(
      10,
      80,
      "hockey / 🏒 / hockey 🏒 / hockey {day} / hockey pool / hockey game / shinny / ice time",
      "hockey / 🏒 / hockey 🏒 / hockey {day} / pool de hockey / match de hockey / temps de glace",
      HOCKEY,
    ),
    sums(10, 80, "playoffs pool / playoffs / game 7", "séries / pool des séries / match des séries", [4, 5, 6]),
    sums(
      20,
      160,
      "curling / skating / ski day / ski ⛷️ / lift ticket / snowshoes",
      "curling / patin / journée de ski / ski ⛷️ / billet de remontée / raquettes / glissades",
      WINTER,
    ),
    sums(160, 1500, "ski trip / ski weekend / snowmobile", "week-end de ski / chalet de ski / motoneige", WINTER),
    sums(
      20,
      160,
      "camping / campsite / golf / softball / slo-pitch / fishing / beach day",
      "camping / terrain de camping / golf / balle molle / pêche / plage",
      WARM,
    ),
    sums(
      160,
      1500,
      "cottage / cottage week / festival pass / kayak",
      "chalet / semaine au chalet / passe de festival / kayak",
      SUMMER,
    ),
  ),
  home: words(
    ["🙌", "👍", "🏡"],
    true,
    sums(
      0,
      20,
      "parking / bus fare / cab / ride home / laundry / stamps / parking {day} / keys / toll / printing / batteries",
      "stationnement / parking / autobus / taxi / lavage / timbres / clés / stationnement {day} / impression / piles / buanderie",
    ),
    sums(
      10,
      80,
      "gas / gas money / gas ⛽ / ride / taxi / cat food / dog food / litter / paint / carpool / haircut / lightbulbs / dog walk / propane / carpool {month} / pharmacy / plant / tools / cleaning stuff / meds",
      "essence / gaz / essence ⛽ / covoiturage / lift / taxi retour / bouffe à chat / bouffe à chien / litière / peinture / covoit {month} / coupe de cheveux / ampoules / propane / pharmacie / plante / outils / produits ménagers / covoit / marche du chien",
    ),
    sums(
      40,
      160,
      "chairs / lamp / shelf / desk / bike repair / cleaning / oil change / vet / stroller / car seat / winter boots / coat / used bike / microwave / rug / car wash + gas / helmet / mirror",
      "chaises / lampe / étagère / bureau / ménage / changement d’huile / vet / poussette / siège d’auto / bottes / manteau / vélo usagé / micro-ondes / tapis / table usagée / aspirateur / miroir / casque",
    ),
    sums(
      160,
      640,
      "furniture / couch / mattress / table + chairs / washer / tv / used laptop / movers / repairs / brakes / vet bill / dentist / used phone / bed frame / plumber / painting / car repair / glasses / console",
      "meubles / divan / matelas / table + chaises / laveuse / télé / portable usagé / déménageurs / réparations / freins / vétérinaire / dentiste / cell usagé / base de lit / plombier / peinture du salon / garage / lunettes / console",
    ),
    sums(
      640,
      ANY,
      "furniture / moving costs / car repair / reno / contractor / tuition / appliances / used car / car down pmt / roof / flooring / transmission / first + last / my half of the car",
      "meubles / frais de déménagement / réparation du char / rénos / entrepreneur / frais de scolarité / électros / char usagé / mise de fonds / toiture / plancher / transmission / ma moitié du char / fenêtres",
    ),
    sums(20, 160, "snow removal / shovelling / salt", "déneigement / pelletage / sel + pelle", [11, 12, 1, 2, 3]),
    sums(160, 640, "snow removal season", "contrat de déneigement", [10, 11]),
    sums(20, 160, "lawn / grass cutting / plants / garden stuff", "gazon / tonte / plants / fleurs / jardin", WARM),
    sums(40, 160, "tire change / tires on", "changement de pneus / pose de pneus", TIRES),
    sums(160, 1500, "winter tires / used tires / tires", "pneus / pneus d’hiver / pneus usagés", TIRES),
    sums(160, 1500, "moving / moving truck", "déménagement / camion / camion déménagement", [5, 6, 7, 8, 9]),
    sums(40, 320, "firewood / cord of wood", "bois de chauffage / corde de bois", [9, 10, 11, 12]),
  ),
  family: words(
    ["😘", "💕", "❤️"],
    false,
    sums(
      0,
      40,
      "allowance / for the kids / pocket money / pizza lunch / field trip / hot lunch / school trip / lunch money / tooth fairy / crafts / bake sale / school photos / treat / chore money",
      "pour les enfants / argent de poche / sortie scolaire / argent du dîner / dîner pizza / fée des dents / bricolage / gâterie / photos d’école / pour la petite / pour le grand / dîners d’école",
    ),
    sums(
      20,
      160,
      "babysitting / birthday / 🎂 / 🎁 / bday 🎁 / happy bday! / happy birthday / bday gift / gift for dad / gift for mom / sitter {day} / swim lessons / shoes for the kids / from auntie / group gift / teacher gift / baby gift / diapers",
      "gardiennage / garde / bonne fête / 🎂 / 🎁 / cadeau 🎁 / bonne fete! / cadeau / cadeau de maman / bonne fête papa / gardienne {day} / cours de natation / souliers des enfants / de matante / cadeau de groupe / couches / cadeau du prof / de mononcle",
    ),
    sums(
      20,
      ANY,
      "love mom / love you / xoxo / from grandma / from dad / love u / proud of you / luv mom + dad / take care / for whatever u need / hugs",
      "je t’aime / bisous / de mamie / de papa / xox / gros bisous / de grand-maman / bec / pour t’aider / ta mère qui t’aime / fier de toi / de pépère / gros câlin",
    ),
    sums(
      80,
      640,
      "daycare / piano lessons / wedding gift / baby shower / kids clothes / daycare {month} / child support / school fees / dance fees / kids half / glasses for the kids",
      "garderie / cours de piano / cadeau de noces / shower / linge des enfants / garderie {month} / pension / frais scolaires / cours de danse / ma part enfants / garderie du mois",
    ),
    sums(
      640,
      ANY,
      "tuition help / help w rent / for the house / help with the car / for the move / support {month}",
      "pour tes études / aide loyer / pour la maison / pour t’aider avec le char / pour le déménagement / pension {month} / coup de pouce",
    ),
    sums(20, 320, "valentines / vday", "saint-valentin / st-valentin", [2]),
    sums(20, 320, "easter / easter gift", "pâques / cocos de pâques", [3, 4]),
    sums(20, 320, "mothers day / moms gift", "fête des mères / cadeau fête des mères", [5]),
    sums(20, 320, "fathers day", "fête des pères", [6]),
    sums(80, 640, "grad gift / prom", "bal / cadeau de graduation", [5, 6]),
    sums(80, 640, "summer camp / day camp", "camp de jour / camp d’été", [4, 5, 6, 7]),
    sums(80, 640, "hockey registration / soccer fees", "inscription hockey / soccer", [3, 4, 8, 9]),
    sums(20, 160, "school supplies / back to school", "effets scolaires / rentrée", [8, 9]),
    sums(10, 80, "halloween / costume", "halloween / costume", [10]),
    sums(20, 640, "xmas / merry xmas / xmas gifts", "noël / joyeux noël / cadeaux de noël", [12]),
  ),
} as const satisfies Record<string, Words>;
