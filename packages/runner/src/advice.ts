/** What to do about a check that is not good, by the check and by the place that the judge runs in. */
import type { Surroundings } from "./surroundings.ts";

export interface Advice {
  readonly en: string;
  readonly fr: string;
}

export type CheckId =
  "linux" | "bubblewrap" | "user-namespaces" | "run" | "python" | "cgroup" | "account" | "system-call-filter" | "container";

const ADVICE: Readonly<Record<CheckId, Advice>> = {
  linux: {
    en: "Judge on a Linux machine, a virtual machine or WSL 2; your own code runs here without a sandbox.",
    fr: "Jugez sur une machine Linux, une machine virtuelle ou WSL 2; votre propre code tourne ici sans bac à sable.",
  },
  bubblewrap: {
    en: "Install what is missing: apt-get install bubblewrap util-linux mount tar bash.",
    fr: "Installez ce qui manque\u00a0: apt-get install bubblewrap util-linux mount tar bash.",
  },
  "user-namespaces": {
    en: "Start Vigie as root, or let the administrator set the named switch so that accounts may make user namespaces.",
    fr: "Démarrez Vigie en tant que root, ou demandez à l’administration de régler le paramètre nommé pour permettre aux comptes de créer des espaces de noms.",
  },
  run: {
    en: "The line says what failed. Namespaces and mounts must be allowed; where they are not, judge on another machine.",
    fr: "La ligne dit ce qui a échoué. Les espaces de noms et les montages doivent être permis; sinon, jugez sur une autre machine.",
  },
  container: {
    en: "Only where bubblewrap is not to be had: apt-get install podman runc, and for another account than root uidmap. The line says what is missing.",
    fr: "Seulement là où bubblewrap fait défaut\u00a0: apt-get install podman runc, et, pour un autre compte que root, uidmap. La ligne dit ce qui manque.",
  },
  python: {
    en: "Install the system's own Python: apt-get install python3. Without it, detectors in Python cannot run.",
    fr: "Installez le Python du système\u00a0: apt-get install python3. Sans lui, les détecteurs en Python ne tournent pas.",
  },
  cgroup: {
    en: "Memory is limited per process only. As root this is automatic; else let root make a cgroup named vigie and give it to this account.",
    fr: "La mémoire n’est limitée que par processus. Avec root, c’est automatique; sinon, root peut créer un cgroup nommé vigie et le donner à ce compte.",
  },
  account: {
    en: "Runs share this account: an escape would have its rights. As root, each run has an account number of its own.",
    fr: "Les exécutions partagent ce compte\u00a0: une évasion aurait ses droits. Avec root, chaque exécution reçoit son propre numéro de compte.",
  },
  "system-call-filter": {
    en: "Judge on an x86-64 or arm64 machine: the filter knows no other.",
    fr: "Jugez sur une machine x86-64 ou arm64\u00a0: le filtre n’en connaît pas d’autre.",
  },
};

/** Where a place refuses namespaces for a reason of its own. */
const WHERE_REFUSED: Readonly<Record<Exclude<Surroundings, "plain">, Advice>> = {
  apparmor: {
    en: "Ubuntu lets only root, and programs with an AppArmor profile, make user namespaces. Start Vigie as root. Or, as root, load a profile that allows “userns” for /usr/bin/unshare and /usr/bin/bwrap; or, on a machine that serves the event alone, run: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0.",
    fr: "Ubuntu réserve les espaces de noms d’utilisateur à root et aux programmes qui ont un profil AppArmor. Démarrez Vigie en tant que root. Ou bien, en tant que root, chargez un profil qui permet «\u00a0userns\u00a0» à /usr/bin/unshare et à /usr/bin/bwrap; ou encore, sur une machine qui ne sert qu’à l’événement, lancez\u00a0: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0.",
  },
  container: {
    en: "This is a container, and its engine forbids namespaces or mounts. Judge on the host or in a virtual machine. A container started with --privileged allows both, but then protects nothing itself: keep nothing else on that machine.",
    fr: "Ceci est un conteneur, dont le moteur interdit les espaces de noms ou les montages. Jugez sur l’hôte ou dans une machine virtuelle. Un conteneur démarré avec --privileged permet les deux, mais ne protège alors plus rien lui-même\u00a0: ne gardez rien d’autre sur cette machine.",
  },
  codespace: {
    en: "A codespace allows no sandbox. “vigie try” runs your own code here without one; judge other people's code on a machine of your own.",
    fr: "Un codespace ne permet aucun bac à sable. «\u00a0vigie try\u00a0» y exécute votre propre code sans lui; jugez le code d’autrui sur une machine à vous.",
  },
  "wsl-1": {
    en: "WSL 1 has no namespaces. In PowerShell, turn this distribution into WSL 2: wsl --set-version NAME 2.",
    fr: "WSL 1 n’a pas d’espaces de noms. Dans PowerShell, passez cette distribution à WSL 2\u00a0: wsl --set-version NOM 2.",
  },
  "wsl-2": {
    en: "WSL 2 can do it: start Vigie as root inside the distribution (wsl -u root), and bring WSL up to date with: wsl --update.",
    fr: "WSL 2 en est capable\u00a0: démarrez Vigie en tant que root dans la distribution (wsl -u root), et mettez WSL à jour avec\u00a0: wsl --update.",
  },
};

/** What to do about this check here. */
export function adviceFor(id: CheckId, place: Surroundings): Advice {
  const refused = id === "run" || id === "user-namespaces";
  return refused && place !== "plain" ? WHERE_REFUSED[place] : ADVICE[id];
}
