/** Shows a stranger's text safely: in a terminal, a page, a log and a database. */

const LONGEST = 80;

// Controls, formats (bidi marks, zero-width signs), lone surrogates, private use, line and paragraph separators.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

function escaped(sign: string): string {
  if (!HIDDEN.test(sign)) return sign;
  const code = sign.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
}

/** At most 80 UTF-16 units, cut between characters with an ellipsis; what cannot be seen or would reorder text stands as `\u…`. */
export function excerpt(text: string): string {
  let shown = "";
  let cut = "";
  for (const sign of text.slice(0, LONGEST + 1)) {
    const next = shown + escaped(sign);
    if (next.length > LONGEST) return `${cut}…`;
    shown = next;
    if (shown.length < LONGEST) cut = shown;
  }
  return shown;
}
