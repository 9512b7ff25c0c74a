/** The timeline's rules; every class begins with `vg-tl`. Bars have edges, which forced colours leave. */
const RULES = [
  ".vg-timeline-upright{display:none}",
  "@media(max-width:960px){.vg-timeline{display:none}.vg-timeline-upright{display:block}}",
  ".vg-tl-open-frame{overflow:visible}",
  ".vg-tl-cut{overflow:hidden}",
  ".vg-tl-stripes{overflow:visible}",
  ".vg-tl-ground{fill:var(--paper)}",
  ".vg-tl-edge{fill:none;stroke:var(--accent);stroke-width:1.5}",
  ".vg-tl-open .vg-tl-ground{fill:var(--accent)}",
  ".vg-tl-final .vg-tl-ground{fill:color-mix(in oklch,var(--accent) 22%,var(--paper))}",
  ".vg-tl-stripes line{stroke:color-mix(in oklch,var(--accent) 62%,var(--paper));stroke-dasharray:2 4}",
  ".vg-tl-held .vg-tl-stripes line{stroke:var(--warn)}",
  ".vg-tl-held .vg-tl-edge{stroke:var(--warn)}",
  ".vg text.vg-halo tspan.vg-tl-open-ink,.vg text tspan.vg-tl-open-ink{fill:var(--on-accent);stroke:none;font-weight:580}",
  ".vg tspan:is(.vg-tl-frozen-ink,.vg-tl-final-ink,.vg-tl-held-ink){fill:var(--ink);font-weight:580;stroke-width:7px}",
  ".vg tspan.vg-tl-name{fill:var(--ink);font-weight:620;font-size:15.6px}",
  ".vg tspan:is(.vg-tl-time,.vg-tl-strong){fill:var(--ink)}",
  ".vg tspan:is(.vg-tl-strong,.vg-tl-zone){font-weight:600}",
  ".vg tspan:is(.vg-tl-warn-ink,.vg-tl-other){fill:var(--warn)}",
  ".vg tspan.vg-tl-other{font-weight:620}",
  ".vg tspan.vg-tl-now-ink{fill:var(--lamp-ink)}",
  ".vg-tl-lens,.vg-tl-weekend{fill:var(--sunk)}",
  ".vg-tl-day,.vg-tl-tick{stroke:var(--edge)}",
  ".vg-tl-ownday{stroke:var(--line)}",
  ".vg-tl-midnight{stroke:var(--edge);stroke-width:1.5}",
  ".vg-tl-open~.vg-tl-midnight{stroke:color-mix(in oklch,var(--on-accent) 60%,var(--accent))}",
  ".vg-tl-stem{stroke:var(--accent);stroke-width:1.5}",
  ".vg-tl-stem.vg-tl-warn{stroke:var(--warn)}",
  ".vg-tl-stem.vg-tl-now{stroke:var(--lamp)}",
  ".vg-tl-knob{fill:var(--paper);stroke:var(--accent);stroke-width:3}",
  ".vg-tl-knob.vg-tl-warn{stroke:var(--warn)}",
  ".vg-tl-knob.vg-tl-now{fill:var(--lamp);stroke:var(--ink);stroke-width:1.5}",
  ".vg-tl-lead,.vg-tl-rail{fill:none;stroke:var(--line);stroke-width:1.5}",
  ".vg-tl-twice{stroke:var(--warn);stroke-width:8;stroke-dasharray:2 3}",
  "@media(forced-colors:active){.vg-tl-edge,.vg-tl-stem,.vg-tl-midnight,.vg-tl-knob{stroke:CanvasText}.vg-tl-open .vg-tl-edge{stroke-width:4}}",
] as const;

/** The rules as one stylesheet, beside `chartsCss()`. */
export function timelineCss(): string {
  return RULES.join("\n");
}
