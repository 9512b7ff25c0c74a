// Writes the SDK's types as one file that needs nothing else, for a team's folder outside this repository, in each language:
//   node packages/sdk/build/declarations.mjs <folder>   writes <folder>/{en,fr}/vigie-sdk.d.ts
// Declarations are emitted by TypeScript; kept is what `index.ts` exports, but for what a detector has no use for, and
// whatever that names. A comment says the same in both languages, French after `@fr`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import ts from "typescript";

const src = join(import.meta.dirname, "../src");
const entry = join(src, "index.ts");
/** What only the house needs: readers, layouts, runs. */
const LEFT_OUT =
  /^(bufferSource|ByteSource|\w*Layout|LAYOUT_FILE|Span|openTables|WalkableDataset|runDetector|\w+_OPENERS|\w+_RUNS?)$/;
const OPTIONS = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  declaration: true,
  emitDeclarationOnly: true,
  strict: true,
  skipLibCheck: true,
  types: [],
  rootDir: src,
  outDir: "/declarations",
};

function refuse(message) {
  console.error(message);
  process.exit(2);
}

const isImport = (statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);

function namesOf(statement) {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
  return statement.name === undefined ? [] : [statement.name.text];
}

/** Names of the types and values that a declaration speaks of. */
function spokenOf(node, found = new Set()) {
  const name = node.typeName ?? node.exprName ?? (ts.isImportTypeNode(node) ? node.qualifier : undefined);
  if (name !== undefined) found.add(name.getText());
  if (ts.isExpressionWithTypeArguments(node)) found.add(node.expression.getText());
  ts.forEachChild(node, (child) => void spokenOf(child, found));
  return found;
}

/** Every declaration of the SDK, in the order of its modules: names, text, comment, and the names that it speaks of. */
function declarations(program) {
  const all = [];
  const result = program.emit(undefined, (_name, text, _mark, _error, [{ fileName }]) => {
    const source = ts.createSourceFile(`${fileName}.d.ts`, text, ts.ScriptTarget.ES2023, true);
    for (const statement of source.statements.filter((one) => !isImport(one))) {
      const names = namesOf(statement);
      const comment = text.slice(statement.getFullStart(), statement.getStart()).trim();
      const own = comment.slice(Math.max(0, comment.lastIndexOf("/**")));
      all.push({ names, spoken: spokenOf(statement), comment: own, text: statement.getText() });
    }
  });
  const [error] = result.diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
  if (error) refuse(ts.flattenDiagnosticMessageText(error.messageText, "\n"));
  return all;
}

/** Those that the public names need. */
function needed(all, names) {
  const kept = new Set();
  const visit = (name) => {
    for (const one of all.filter((each) => each.names.includes(name) && !kept.has(each))) {
      kept.add(one);
      one.spoken.forEach(visit);
    }
  };
  names.forEach(visit);
  return all.filter((one) => kept.has(one));
}

/** A declaration as it stands in one file, exported or not; what is not may have a comment for the house alone. */
function rewritten({ names, comment: own, text }, isPublic) {
  const comment = names.some(isPublic) || own.includes("@fr") ? own : "";
  const bare = text
    .replaceAll(/import\("[^"]+"\)\./g, "")
    .replace(/^export /, "")
    .replace(/^declare /, "");
  const ambient = /^(interface|type) /.test(bare) ? bare : `declare ${bare}`;
  return `${comment}${comment === "" ? "" : "\n"}${names.some(isPublic) ? "export " : ""}${ambient}`;
}

const spaced = (french) => french.replaceAll(/ ([:»%$])/g, "\u00a0$1").replaceAll("« ", "«\u00a0");

/** A comment in one language. */
function inLanguage(comment, language) {
  const at = /(?:\n\s*\*)? @fr /.exec(comment);
  if (at === null) return refuse(`expected a comment with its French after @fr, found ${comment}`);
  const [english, french] = [comment.slice(0, at.index), comment.slice(at.index + at[0].length)];
  if (language === "fr") return `${/^\/\*\*(?:\n\s*\*)? /.exec(english)[0]}${spaced(french)}`;
  return `${english}${/\s*\*\/$/.exec(comment)[0]}`;
}

const folder = process.argv[2];
if (folder === undefined) refuse("expected the folder to write into: node packages/sdk/build/declarations.mjs <folder>");
const program = ts.createProgram([entry], OPTIONS);
const exported = program
  .getTypeChecker()
  .getExportsOfModule(program.getTypeChecker().getSymbolAtLocation(program.getSourceFile(entry)));
const names = exported.map(({ name }) => name).filter((name) => !LEFT_OUT.test(name));
const body = needed(declarations(program), names).map((one) => rewritten(one, (name) => names.includes(name)));
const head = "// The types of Vigie's SDK, made from its sources. Types de la trousse de Vigie, produits à partir des sources.";
for (const language of ["en", "fr"]) {
  const text = [head, ...body, "export {};\n"]
    .join("\n\n")
    .replaceAll(/\/\*\*[^]*?\*\//g, (comment) => inLanguage(comment, language));
  mkdirSync(resolve(folder, language), { recursive: true });
  writeFileSync(resolve(folder, language, "vigie-sdk.d.ts"), text);
}
