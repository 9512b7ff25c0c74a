/**
 * Where the judge finds what it runs with: one value, made by the command line, handed down to the child process.
 */
import { Type, type Static } from "@sinclair/typebox";

export const Installation = Type.Object(
  {
    /** Folder that a run sees as /sdk: the run's entry, the SDK, the Python SDK, and the bundler where it has no binary. */
    sdkDir: Type.String(),
    /** `datasets/` with a folder a dataset. */
    datasetsDir: Type.String(),
    /** The bundler's native binary; null where only its WebAssembly form under /sdk is to be had. */
    bundlerBinary: Type.Union([Type.String(), Type.Null()]),
    /** The bundled thread that helps to make test sets; absent where there is none, and one thread makes them alone. */
    threadFile: Type.Optional(Type.String()),
    /** The bundled thread that ranks teams; absent where there is none, and the server's own ranks them. */
    rankingFile: Type.Optional(Type.String()),
    /** By world, names the sources that make its sets, so that one of another version is not taken for this one's. */
    generators: Type.Record(Type.String(), Type.String()),
    /** Names the sources that shape a verdict; receipts carry it. */
    judge: Type.String(),
  },
  { additionalProperties: false },
);
export type Installation = Static<typeof Installation>;

/** Names the sources that make a world's test sets. */
export function generatorOf({ generators }: Installation, { world }: { readonly world: string }): string {
  return Object.hasOwn(generators, world) ? generators[world] : "development";
}
