/** The stylesheet of the page of one practice run. */
const RULES = [
  "*,*::before,*::after{box-sizing:border-box}",
  "html{font-size:var(--root);-webkit-text-size-adjust:100%}",
  "body{margin:0 auto;padding:0 40px;max-width:var(--page);background:var(--paper);color:var(--ink);font:400 1rem/1.5 var(--sans)}",
  "h1,h2,h3,p,ol,dl,dd,figure,pre{margin:0;padding:0}",
  "h1{font-size:var(--text-5);line-height:1.1;font-weight:640;text-wrap:balance;overflow-wrap:anywhere}",
  "h2{font-size:var(--text-1);line-height:1.3;font-weight:620;text-wrap:balance}",
  "h3{font-size:1rem;font-weight:620}",
  "p{max-width:68ch;text-wrap:pretty}",
  ".small{font-size:var(--text-small);line-height:1.4;color:var(--muted)}",
  "header{display:grid;gap:12px;padding:20px 0 0}",
  ".brand{display:flex;align-items:center;gap:8px;font-weight:660;margin-bottom:28px}",
  ".challenge{font-weight:400;color:var(--muted);border-left:1px solid var(--line);padding-left:12px;margin-left:4px}",
  ".verdict{display:flex;align-items:center;gap:8px;font-weight:600}",
  ".good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}.ours{color:var(--ours)}",
  ".lead{font-size:var(--text-1);line-height:1.45;color:var(--muted);max-width:62ch}",
  ".score{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 16px;font-variant-numeric:tabular-nums}",
  ".score b{font-size:var(--text-5);font-weight:640;line-height:1}.score span{color:var(--muted)}",
  "main{padding-bottom:64px}",
  "section,.figures,.note,.two{margin-top:56px}",
  ".figures{display:grid;grid-template-columns:1fr 1fr;gap:56px 72px;align-items:start}",
  ".two{display:grid;grid-template-columns:minmax(0,1fr) 380px;gap:56px 72px;align-items:start}.two section{margin:0}",
  "figure{min-width:0}figcaption{margin-bottom:20px}figcaption p{margin-top:4px}",
  ".note{padding-left:14px;border-left:3px solid var(--warn)}.fault{padding-left:14px;border-left:3px solid var(--warn)}",
  ".mistakes{list-style:none;display:grid;grid-template-columns:repeat(3,1fr);gap:28px 48px;margin-top:20px}",
  ".mistakes li{min-width:0}.mistakes p:last-child{margin-top:6px;font-size:.94rem}",
  "pre{margin-top:16px;padding:16px 20px;background:var(--night);color:var(--night-ink);border-radius:var(--radius);font:.84rem/1.5 var(--mono);overflow:auto;max-height:32rem;white-space:pre-wrap;overflow-wrap:anywhere}",
  ".phone{white-space:nowrap;color:var(--accent)}",
  ":focus-visible{outline:3px solid var(--lamp);outline-offset:2px}",
  "dl{margin-top:12px}dl div{display:flex;justify-content:space-between;gap:16px;padding:6px 0;border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums}dt{color:var(--muted)}dd{text-align:right}",
  "footer{border-top:1px solid var(--line);padding:24px 0 40px;font-size:var(--text-small);color:var(--muted);display:grid;gap:8px}",
  "@media (max-width:980px){.figures,.two{grid-template-columns:minmax(0,1fr);gap:48px}.mistakes{grid-template-columns:1fr 1fr}}",
  "@media (max-width:620px){body{padding:0 16px}h1{font-size:var(--text-4)}.lead{font-size:1.06rem}.mistakes{grid-template-columns:1fr}section,.figures,.note,.two{margin-top:44px}}",
  "@media print{pre{max-height:none;background:none;color:inherit;border:1px solid var(--line)}li,figure{break-inside:avoid}}",
];

/** The rules as one stylesheet. */
export function runPageCss(): string {
  return RULES.join("\n");
}
