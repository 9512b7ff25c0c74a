/** A world for tests: boats and buoys in one numbering, and the pings that each sends. Some ping out of turn. */
import { Type } from "@sinclair/typebox";
import type { Column, Table, WorldSpec } from "@vigie/spec";

const column = (name: string, type: Column["type"], en: string, fr: string): Column => {
  return { name, type, nullable: false, about: { en, fr } };
};
const VESSEL = column("vessel", "int32", "the vessel's number", "le numéro de l’embarcation");
const PING = column("ping", "int64", "the ping's id", "l’identifiant du signal");
const loud = { en: "who calls out of turn shouts", fr: "qui appelle hors de son tour crie" };

function table(name: string, half: Table["half"], more: Partial<Table>, columns: readonly Column[]): Table {
  return { name, half, about: { en: `the ${name}`, fr: `les rangées de ${name}` }, ...more, columns };
}

const TABLES: readonly Table[] = [
  table("boats", "inputs", { lists: "vessel" }, [VESSEL, column("length_cm", "int32", "in centimetres", "en centimètres")]),
  table("buoys", "inputs", { lists: "vessel" }, [VESSEL, column("paint", "text", "its colour", "sa couleur")]),
  table("pings", "inputs", { owner: "vessel", cited: "ping", time: "time" }, [
    PING,
    VESSEL,
    column("time", "timestamp", "when, UTC", "le moment, en temps universel"),
    { ...column("tone", "int32", "how loud", "la force"), audit: { signal: { why: loud } } },
  ]),
  table("harbours", "inputs", { common: true, numbered: "harbour" }, [
    column("harbour", "int32", "the row's number", "le numéro de la rangée"),
    column("name", "text", "its name", "son nom"),
  ]),
  table("culprits", "labels", { owner: "vessel" }, [VESSEL, PING]),
  table("draws", "labels", { lists: "vessel" }, [VESSEL, column("stratum", "text", "its stratum", "sa strate")]),
];

export const WORLDS: Readonly<Record<string, WorldSpec>> = {
  toy: {
    id: "toy",
    parameters: [],
    size: { boats: Type.Integer({ minimum: 30 }), buoys: Type.Integer({ minimum: 10 }) },
    subjects: ({ boats, buoys }) => boats + buoys,
    sizeOf: ({ boats, buoys }) => ({ boats, buoys }),
    subject: {
      id: "vessel",
      one: { en: "vessel", fr: "embarcation" },
      many: { en: "vessels", fr: "embarcations" },
      feminine: true,
    },
    tables: TABLES,
    indicators: [],
    roles: [],
    names: {},
    unknownToSources: [],
  },
};
