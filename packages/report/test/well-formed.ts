/** A small strict reader of XML: returns the element names in order, throws where a tag, an attribute or an entity is not well formed. */
export function readXml(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  let at = 0;
  const fail = (why: string): never => {
    throw new Error(`${why} at ${at}: ${xml.slice(Math.max(0, at - 30), at + 40)}`);
  };
  const checkText = (text: string): void => {
    if (text.includes("<") || text.includes(">")) fail("markup in text");
    for (const piece of text.split("&").slice(1)) {
      const end = piece.indexOf(";");
      const name = piece.slice(0, end);
      if (end < 0 || !["amp", "lt", "gt", "quot", "#39"].includes(name)) fail(`entity &${name}`);
    }
  };
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    checkText(xml.slice(at, start < 0 ? xml.length : start));
    if (start < 0) break;
    at = start;
    const end = xml.indexOf(">", at);
    if (end < 0) fail("tag without end");
    const inner = xml.slice(at + 1, end);
    if (inner.startsWith("/")) {
      if (open.pop() !== inner.slice(1)) fail(`closing ${inner}`);
    } else {
      const closed = inner.endsWith("/");
      const source = closed ? inner.slice(0, -1) : inner;
      const [name, ...rest] = source.split(" ");
      names.push(name);
      const attributes = new Set<string>();
      let left = rest.join(" ").trim();
      while (left !== "") {
        const match = /^([a-zA-Z][\w-]*)="([^"<]*)"\s*/.exec(left);
        if (match === null) return fail(`attribute ${left.slice(0, 30)}`);
        if (attributes.has(match[1])) fail(`doubled ${match[1]}`);
        attributes.add(match[1]);
        checkText(match[2]);
        left = left.slice(match[0].length);
      }
      if (!closed) open.push(name);
    }
    at = end + 1;
  }
  if (open.length > 0) fail(`never closed: ${open.join(", ")}`);
  return names;
}
