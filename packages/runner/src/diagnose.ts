import { spawnSync } from "node:child_process";
import { findCgroupHome } from "./cgroup.ts";
import { findHostTools, systemProgram } from "./host-tools.ts";
import { namespaceSwitchThatForbids, openSandbox } from "./open-sandbox.ts";
import { mayGiveUids } from "./uid-lease.ts";

/** One question to this machine. `detail` is a bare fact (a version, a path); `advice`, where it is not ok, says what to do. */
export interface Check {
  readonly id: "linux" | "bubblewrap" | "user-namespaces" | "run" | "python" | "cgroup" | "account" | "system-call-filter";
  readonly ok: boolean;
  /** True where the sandbox cannot be had without it; the others make it weaker or leave a language out. */
  readonly required: boolean;
  readonly detail: string;
  readonly advice: { readonly en: string; readonly fr: string } | null;
}

export type Diagnosis = readonly Check[];

const ADVICE = {
  linux: {
    en: "Judge on a Linux machine, a virtual machine or WSL 2; your own code runs here without a sandbox.",
    fr: "Jugez sur une machine Linux, une machine virtuelle ou WSL 2; votre propre code tourne ici sans bac à sable.",
  },
  bubblewrap: {
    en: "Install what is missing: apt-get install bubblewrap util-linux mount tar.",
    fr: "Installez ce qui manque : apt-get install bubblewrap util-linux mount tar.",
  },
  "user-namespaces": {
    en: "Start Vigie as root, or let the administrator set the named switch so that accounts may make user namespaces.",
    fr: "Démarrez Vigie en tant que root, ou demandez à l'administration de régler le paramètre nommé pour permettre les espaces de noms aux comptes.",
  },
  run: {
    en: "The detail says what failed. In a container, allow user namespaces and mounting, or judge outside of it.",
    fr: "Le détail dit ce qui a échoué. Dans un conteneur, permettez les espaces de noms et les montages, ou jugez à l'extérieur.",
  },
  python: {
    en: "Install the system's own Python: apt-get install python3. Without it, detectors in Python cannot run.",
    fr: "Installez le Python du système : apt-get install python3. Sans lui, les détecteurs en Python ne tournent pas.",
  },
  cgroup: {
    en: "Memory is limited per process only. As root this is automatic; else let root make a cgroup named vigie and give it to this account.",
    fr: "La mémoire n'est limitée que par processus. Avec root, c'est automatique; sinon, root peut créer un cgroup nommé vigie et le donner à ce compte.",
  },
  account: {
    en: "Runs share this account: an escape would have its rights. As root, each run has an account number of its own.",
    fr: "Les exécutions partagent ce compte : une évasion aurait ses droits. Avec root, chaque exécution reçoit son propre numéro de compte.",
  },
  "system-call-filter": {
    en: "Judge on an x86-64 or arm64 machine: the filter knows no other.",
    fr: "Jugez sur une machine x86-64 ou arm64 : le filtre n'en connaît pas d'autre.",
  },
} as const;

function check(id: Check["id"], ok: boolean, required: boolean, detail: string): Check {
  return { id, ok, required, detail, advice: ok ? null : ADVICE[id] };
}

function versionOf(program: string | null): string {
  return program === null ? "–" : spawnSync(program, ["--version"], { encoding: "utf8", env: {} }).stdout.trim();
}

async function checkRun(): Promise<Check> {
  const opened = await openSandbox("bubblewrap");
  if (opened.kind === "missing") return check("run", false, true, `${opened.missing.reason}: ${opened.missing.detail}`);
  await opened.sandbox.close();
  const { weaknesses } = opened.sandbox;
  return check("run", true, true, weaknesses.length > 0 ? weaknesses.join(", ") : "bubblewrap");
}

/** Asks this machine what a sandbox needs, in the order in which one would mend it. Starts one tiny run. */
export async function diagnoseSandbox(): Promise<Diagnosis> {
  const linux = process.platform === "linux";
  if (!linux) return [check("linux", false, true, process.platform)];
  const found = findHostTools();
  const absent = "missing" in found ? found.missing.map((tool) => tool.tool).join(", ") : null;
  const forbids = namespaceSwitchThatForbids();
  const root = process.getuid?.() === 0;
  const cgroup = "tools" in found ? findCgroupHome(found.tools.sh) : null;
  const python = systemProgram("python3");
  return [
    check("linux", true, true, process.platform),
    check("bubblewrap", absent === null, true, absent ?? versionOf(systemProgram("bwrap"))),
    check("user-namespaces", forbids === null || root, true, forbids ?? "ok"),
    check("system-call-filter", process.arch === "x64" || process.arch === "arm64", true, process.arch),
    await checkRun(),
    check("python", python !== null, false, versionOf(python)),
    check("cgroup", cgroup !== null, false, cgroup === null ? "–" : `v${cgroup.version} ${cgroup.parent}`),
    check("account", mayGiveUids(), false, mayGiveUids() ? "root" : `uid ${process.getuid?.() ?? "?"}`),
  ];
}
