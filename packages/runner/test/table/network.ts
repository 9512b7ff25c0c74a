import type { Attack } from "../support/attack.ts";

/** Nobody is to be reached, by any family of sockets. */
export const NETWORK: readonly Attack[] = [
  { name: "no socket of any family opens", program: "sockets.py", ends: ["exited"], prints: "got []\n" },
  { name: "no address answers and none can be listened on", program: "network.mjs", ends: ["exited"], prints: "got \n" },
  {
    name: "an end of a pair reaches no name, abstract or in a file",
    program: "abstract-sockets.py",
    ends: ["exited"],
    prints: "sent []\n",
  },
  {
    name: "netlink shows an empty network and changes nothing",
    program: "netlink.py",
    ends: ["exited"],
    prints: "got [] links ['lo'] adding -1\n",
  },
  {
    name: "nothing goes out of band through a local pair",
    program: "out-of-band.py",
    ends: ["exited"],
    prints: "got [95, 95, 95]\n",
  },
  { name: "no descriptor can be passed on", program: "pass-descriptors.py", ends: ["exited"], prints: "refused 1\n" },
];
