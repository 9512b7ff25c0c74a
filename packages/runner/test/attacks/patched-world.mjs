// spoils everything it can reach in its own process, and then ends as if nothing had been
for (const thing of [JSON, Array.prototype, Object.prototype, Promise.prototype, process]) {
  for (const name of Object.getOwnPropertyNames(thing)) {
    try {
      thing[name] = () => {
        throw 1;
      };
    } catch {}
  }
}
