/** Templates: compiled once, strict about names, escaped by default. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";

export type View = Readonly<Record<string, unknown>>;
export type Render = (template: string, view: View) => string;

export function loadTemplates(assetsDir: string): Render {
  const house = Handlebars.create();
  const views = join(assetsDir, "views");
  const read = (folder: string): [string, string][] =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".hbs"))
      .map((name) => [name.replace(/\.hbs$/, ""), readFileSync(join(folder, name), "utf8")]);
  for (const [name, text] of read(join(views, "partials"))) house.registerPartial(name, text);
  const compiled = new Map(read(views).map(([name, text]) => [name, house.compile(text, { preventIndent: true })]));
  return (template, view) => {
    const page = compiled.get(template);
    if (page === undefined) throw new Error(`no template named ${template}`);
    return page(view);
  };
}
