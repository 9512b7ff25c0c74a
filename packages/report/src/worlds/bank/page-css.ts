/** What the realism report adds to the stylesheet of a page. */
const RULES = [
  "html{overflow-x:clip}",
  ".facts{color:var(--muted);font-variant-numeric:tabular-nums}",
  ".off{margin-top:16px;padding:0;list-style:none;display:grid;gap:10px;max-width:88ch}",
  ".off a{color:var(--accent);font-weight:600}.off span{color:var(--muted)}",
  "section h2{font-size:var(--text-2)}section>h2+p{margin-top:6px}",
  ".shares{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:40px 56px;margin-top:28px}",
  ".shares h3{margin-bottom:2px}.shares .small{margin-bottom:14px}",
  ".key{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center;margin-top:12px;color:var(--muted);font-size:var(--text-small)}",
  ".key span{display:inline-flex;gap:7px;align-items:center}",
  "table{border-collapse:collapse;width:100%;margin-top:24px;font-size:.94rem;line-height:1.3;font-variant-numeric:tabular-nums}",
  "caption{text-align:left;font-size:var(--text-small);color:var(--muted);padding-bottom:8px}",
  "th,td{text-align:left;vertical-align:top;padding:9px 20px 9px 0;font-weight:400}",
  "thead th{font-size:var(--text-small);color:var(--muted);border-bottom:1px solid var(--line)}",
  "tbody th{font-weight:600}tbody th small,td small{display:block;font-weight:400;font-size:var(--text-small);color:var(--muted)}",
  "tbody tr:target{background:var(--accent-wash)}",
  ".measures td:nth-child(2){width:24%;min-width:150px}.measures tbody th{width:19%}",
  ".result{display:inline-flex;gap:6px;align-items:center;font-weight:600;white-space:nowrap}",
  ".result.close{color:var(--good)}.result.off-row{color:var(--warn)}.result.none{color:var(--muted)}",
  ".measures .row-apart{max-width:15em}.rates td{width:19%}.rates svg{margin-top:4px}.rates tbody th{font-weight:400}",
  ".scroll{overflow-x:auto;margin-top:8px}.scroll table{margin:0}.scroll td,.scroll thead th{text-align:right;padding:5px 10px;min-width:56px}",
  ".scroll thead th{vertical-align:bottom}.scroll thead th:first-child{text-align:left}.scroll tbody th{font-weight:400;padding:5px 16px 5px 0}.scroll td{vertical-align:middle}",
  ...[1, 2, 3, 4, 5].map((n) => `.h${n}{background:color-mix(in oklab,var(--accent) ${n * 9}%,transparent)}`),
  "details{margin-top:24px}summary{cursor:pointer;color:var(--accent);font-weight:600}",
  ".legend{margin:12px 0 0;padding-left:1.6em;columns:2;column-gap:48px;font-size:var(--text-small)}",
  ".tails{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:36px 56px;margin-top:28px}.tails h3{margin-bottom:12px}",
  ".examples{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,520px),1fr));gap:44px 64px;margin-top:24px}",
  ".examples>article{min-width:0}.examples h4{margin:0;font-size:1rem;font-weight:620}.subhead{margin-top:36px}",
  ".notes{font-size:var(--text-small)}.notes td,.notes th{padding:5px 14px 5px 0}.notes td:nth-child(1),.notes td:nth-child(2){white-space:nowrap}.notes td:nth-child(2){text-align:right}",
  ".notes q{quotes:none;color:var(--ink)}.notes small{display:block;color:var(--muted)}",
  "@media (max-width:760px){.shares,.tails,.examples{grid-template-columns:minmax(0,1fr)}.legend{columns:1}" +
    ".measures,.measures tbody,.measures tr,.measures th,.measures td,.rates,.rates tbody,.rates tr,.rates th,.rates td{display:block;width:auto!important}" +
    ".measures caption,.rates caption{display:block}.measures thead,.rates thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}" +
    ".measures tr{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:16px}.measures td{grid-column:1/-1}.measures td.row-result{grid-column:2;grid-row:1;padding-top:2px}.measures th{grid-row:1}.measures .row-apart{color:var(--muted);font-size:var(--text-small)}" +
    ".measures tr,.rates tr{padding:14px 0;border-bottom:1px solid var(--line)}.measures th,.measures td,.rates th,.rates td{padding:2px 0}" +
    ".measures td[data-label]::before,.rates td[data-label]::before{content:attr(data-label) '\\a0  ';color:var(--muted);font-size:var(--text-small)}}",
  "@media print{details>*{display:block}tr,article{break-inside:avoid}}",
];

/** The rules as one stylesheet. */
export function realismPageCss(): string {
  return RULES.join("\n");
}
