// Writes the SDK's types as one file that needs nothing else, for a team's folder outside this repository:
//   node packages/sdk/build/declarations.mjs <outfile>
// Declarations are emitted by TypeScript from the modules that `index.ts` re-exports, put one after another, and only
// what `index.ts` exports stays exported. What a detector has no use for (layouts, readers) is left out.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import ts from "typescript";

const src = join(dirname(import.meta.dirname), "src");
const LEFT_OUT = ["./layout.ts", "./reader/open-tables.ts", "./run-detector.ts", "./byte-source.ts"];

/** Module → the names that `index.ts` re-exports of it, or "*". */
function publicNames() {
  const file = join(src, "index.ts");
  const source = ts.createSourceFile(file, ts.sys.readFile(file), ts.ScriptTarget.ES2023, true);
  const modules = new Map();
  for (const statement of source.statements) {
    if (!ts.isExportDeclaration(statement)) throw new Error(`${file}: expected re-exports alone, found ${statement.getText()}`);
    const clause = statement.exportClause;
    const names = clause === undefined ? "*" : new Set(clause.elements.map((element) => element.name.text));
    if (!LEFT_OUT.includes(statement.moduleSpecifier.text)) modules.set(resolve(src, statement.moduleSpecifier.text), names);
  }
  return modules;
}

function emit(roots) {
  const options = {
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
  const texts = new Map();
  const program = ts.createProgram(roots, options);
  const result = program.emit(undefined, (name, text, _mark, _error, sources) => texts.set(resolve(sources[0].fileName), text));
  const errors = result.diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
  if (errors.length > 0)
    throw new Error(
      ts.formatDiagnostics(errors, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => src,
        getNewLine: () => "\n",
      }),
    );
  return texts;
}

function namesOf(statement) {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
  return statement.name === undefined ? [] : [statement.name.text];
}

/** A statement's text with its comment, exported or not. */
function rewritten(statement, isPublic) {
  const text = statement.getFullText().trim();
  const start =
    statement.getStart() -
    statement.getFullStart() -
    (statement.getFullText().length - statement.getFullText().trimStart().length);
  const [comment, declaration] = [text.slice(0, start), text.slice(start)];
  const bare = declaration
    .replaceAll(/import\("[^"]+"\)\./g, "")
    .replace(/^export /, "")
    .replace(/^declare /, "");
  const ambient = /^(interface|type) /.test(bare) ? bare : `declare ${bare}`;
  return `${comment}${isPublic ? "export " : ""}${ambient}`;
}

function bundle() {
  const exported = publicNames();
  const owner = new Map();
  const parts = [];
  for (const [file, text] of emit([...exported.keys()])) {
    const source = ts.createSourceFile(`${file}.d.ts`, text, ts.ScriptTarget.ES2023, true);
    const names = exported.get(file);
    for (const statement of source.statements) {
      if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) continue;
      for (const name of namesOf(statement)) {
        if ((owner.get(name) ?? file) !== file)
          throw new Error(`${name} is declared in ${owner.get(name)} and in ${file}: rename one`);
        owner.set(name, file);
      }
      const isPublic = names === "*" || namesOf(statement).some((name) => names?.has(name));
      parts.push(rewritten(statement, isPublic));
    }
  }
  return `// The types of Vigie's SDK, made from its sources. Types de la trousse de Vigie, produits à partir des sources.\n\n${parts.join("\n\n")}\n\nexport {};\n`;
}

const outfile = process.argv[2];
if (outfile === undefined) {
  console.error("expected the file to write: node packages/sdk/build/declarations.mjs <outfile>");
  process.exit(2);
}
mkdirSync(dirname(resolve(outfile)), { recursive: true });
writeFileSync(outfile, bundle());
