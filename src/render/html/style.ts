/** The page's style: light and dark by the reader's preference, from a phone to a printer. Text reaches a contrast of 4.5 to 1, marks 3 to 1. */
export const STYLE = `
:root {
	color-scheme: light dark;
	--page: #ffffff; --card: #f6f8fa; --text: #1b1f24; --faint: #57606a; --line: #d0d7de; --link: #0b57d0; --focus: #0b57d0;
	--observed: #3b6ea5; --expected: #b54708; --window: #ffd8a8; --sign-in: #1a7f37; --failed: #b42318; --raises: #b5300f; --lowers: #1a7f37;
	--p0: #0072b2; --p1: #c75300; --p2: #00805d; --p3: #b1548a; --p4: #6f57a8; --p5: #946800; --p6: #2b7fa8; --p7: #666666; --p8: #8a5a13; --p9: #4b7f1b;
}
@media (prefers-color-scheme: dark) {
	:root {
		--page: #0f1419; --card: #171d24; --text: #e6edf3; --faint: #9aa7b4; --line: #323b46; --link: #82b4ff; --focus: #82b4ff;
		--observed: #6ea8e0; --expected: #ffb066; --window: #5a4416; --sign-in: #56d27a; --failed: #ff8a80; --raises: #ff8f6b; --lowers: #56d27a;
		--p0: #56a8dd; --p1: #f08a3c; --p2: #3cc29b; --p3: #e08bbd; --p4: #a993e0; --p5: #d9a528; --p6: #7cc4e8; --p7: #a0a0a0; --p8: #cf9a4c; --p9: #93c95c;
	}
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
footer { padding-bottom: 2rem; color: var(--faint); font-size: .875rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.0625rem; margin: 1.25rem 0 .25rem; }
h4 { font-size: .9375rem; margin: 1.25rem 0 .25rem; }
a { color: var(--link); }
code { font: .875em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
td, dd, dt, li, code, .title, .who { unicode-bidi: isolate; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.lead { font-size: 1.125rem; margin: 0 0 1rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .5rem; margin: 1rem 0; padding: 0; }
.tiles div { background: var(--card); border: 1px solid var(--line); border-radius: .375rem; padding: .5rem .75rem; }
.tiles dt { color: var(--faint); font-size: .8125rem; }
.tiles dd { margin: 0; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.tiles .long dd { font-size: .9375rem; font-weight: 400; }
.tiles .long { grid-column: span 2; }
.badge { display: inline-block; min-width: 4.25rem; padding: .0625rem .5rem; border-radius: .25rem; color: #ffffff; font-size: .8125rem; font-weight: 600; text-align: center; text-transform: capitalize; }
.critical { background: #7a0019; } .high { background: #b5300f; } .medium { background: #7a5700; } .low { background: #2f5d8a; }
.score, .number { font-variant-numeric: tabular-nums; }
td.number { text-align: right; }
form { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem; align-items: end; margin: .75rem 0; }
form[hidden], [hidden] { display: none; }
label { display: block; font-size: .8125rem; color: var(--faint); }
select, input, button { width: 100%; min-height: 2.25rem; padding: .25rem .5rem; font: inherit; font-size: .9375rem; color: var(--text); background: var(--page); border: 1px solid var(--faint); border-radius: .25rem; }
#filter-state { color: var(--faint); font-size: .875rem; margin: .25rem 0; }
.ranks { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
.ranks li { border-bottom: 1px solid var(--line); }
.ranks a { display: grid; grid-template-columns: 2rem 5rem 3rem minmax(0, 1fr) 9rem; gap: .5rem; align-items: baseline; padding: .5rem .25rem; color: inherit; text-decoration: none; }
.ranks a:hover { background: var(--card); }
.ranks .rank, .ranks .score { text-align: right; }
.ranks .title { font-weight: 600; color: var(--link); text-decoration: underline; display: block; }
.ranks .when { text-align: right; }
.ranks .who, .ranks .when { color: var(--faint); font-size: .875rem; }
.finding, .input { border: 1px solid var(--line); border-radius: .5rem; margin: 1rem 0; padding: .25rem 1rem 1rem; }
.finding:target { border-color: var(--focus); box-shadow: 0 0 0 1px var(--focus); }
.finding details > summary { cursor: pointer; }
.finding h3 { display: inline; line-height: 1.6; }
.finding > details > summary { padding: .75rem 0 .25rem; }
.finding:not(:has(> details[open])) { padding-bottom: .5rem; }
.finding .score { font-weight: 400; color: var(--faint); }
.facts { margin: .5rem 0; }
.facts div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .75rem; padding: .125rem 0; }
.facts dt { color: var(--faint); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.chart { margin: 1rem 0 .5rem; }
.chart svg { display: block; width: 100%; height: auto; }
.chart svg.narrow { display: none; }
.chart text { fill: var(--faint); font-size: 11px; font-family: inherit; }
.chart .y { text-anchor: end; } .chart .x { text-anchor: middle; }
.chart .grid { stroke: var(--line); stroke-width: 1; fill: none; }
.chart figcaption { font-size: .8125rem; color: var(--faint); }
svg .observed { fill: var(--observed); } svg .expected { fill: none; stroke: var(--expected); stroke-width: 2; }
svg .window { fill: var(--window); } svg .mark { fill: var(--failed); }
svg .sign-in { fill: var(--sign-in); stroke: var(--page); } svg .failed { fill: none; stroke: var(--failed); stroke-width: 2; }
svg .raises { fill: var(--raises); } svg .lowers { fill: var(--lowers); }
.key { display: inline-block; width: .75rem; height: .75rem; margin: 0 .125rem 0 .5rem; vertical-align: -.0625rem; border-radius: 2px; }
.key.observed { background: var(--observed); } .key.expected { height: .1875rem; vertical-align: .25rem; background: var(--expected); } .key.window { background: var(--window); }
.key.sign-in { border-radius: 50%; background: var(--sign-in); } .key.failed { border-radius: 0; background: linear-gradient(45deg, transparent 43%, var(--failed) 43% 57%, transparent 57%), linear-gradient(-45deg, transparent 43%, var(--failed) 43% 57%, transparent 57%); } .key.mark { border-radius: 50%; background: var(--failed); }
.key.p0 { background: var(--p0); } .key.p1 { background: var(--p1); } .key.p2 { background: var(--p2); } .key.p3 { background: var(--p3); } .key.p4 { background: var(--p4); }
.key.p5 { background: var(--p5); } .key.p6 { background: var(--p6); } .key.p7 { background: var(--p7); } .key.p8 { background: var(--p8); } .key.p9 { background: var(--p9); }
svg .p0 { fill: var(--p0); } svg .p1 { fill: var(--p1); } svg .p2 { fill: var(--p2); } svg .p3 { fill: var(--p3); } svg .p4 { fill: var(--p4); }
svg .p5 { fill: var(--p5); } svg .p6 { fill: var(--p6); } svg .p7 { fill: var(--p7); } svg .p8 { fill: var(--p8); } svg .p9 { fill: var(--p9); }
.sign-ins { font-size: .875rem; }
.stages { list-style: none; margin: .5rem 0; padding: 0 0 0 1rem; border-left: 2px solid var(--line); }
.stages li { position: relative; padding: .25rem 0; }
.stages li::before { content: ""; position: absolute; left: -1.375rem; top: .75rem; width: .625rem; height: .625rem; border-radius: 50%; background: var(--observed); border: 2px solid var(--page); }
time { color: var(--faint); font-variant-numeric: tabular-nums; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
.scroll th, .scroll td { overflow-wrap: break-word; }
caption { text-align: left; color: var(--faint); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--faint); white-space: nowrap; }
.scroll { overflow-x: auto; }
.scroll code { white-space: nowrap; }
.long { min-width: 16rem; }
.reasons { table-layout: fixed; }
.reasons thead th:first-child { width: 7.5rem; }
.reasons .weight { white-space: nowrap; }
.facts time, .tiles time { color: inherit; }
.reasons .bar { display: block; margin: .3125rem 0 .1875rem; }
.reasons .share, .sentence, .source { color: var(--faint); }
.reasons tfoot td { font-weight: 600; border-bottom: 0; }
.context { padding-left: 0; list-style: none; }
.effect { display: inline-block; min-width: 4.5rem; font-weight: 600; }
.partial { border: 3px solid var(--failed); padding: .6rem .8rem; font-weight: 600; }
.effect.lowered { color: var(--lowers); } .effect.raised { color: var(--raises); } .effect.none { color: var(--faint); }
.status.not-in-evidence, .status.not-logged-by-platform { font-weight: 600; }
.id { color: var(--faint); font-size: .8125rem; margin: 1rem 0 0; }
@media (max-width: 640px) {
	.chart svg.wide { display: none; } .chart svg.narrow { display: block; }
	.ranks a { grid-template-columns: 1.5rem 5rem minmax(0, 1fr); } .ranks .score, .ranks .when { text-align: left; } .ranks .what, .ranks .when { grid-column: 1 / -1; }
	.facts div { grid-template-columns: 4.75rem minmax(0, 1fr); } .finding, .input { padding: .25rem .75rem .75rem; } .tiles .long { grid-column: 1 / -1; }
}
@media print {
	:root { color-scheme: light; --page: #ffffff; --card: #ffffff; --text: #000000; --faint: #444444; --line: #bbbbbb; --link: #000000; }
	body { font-size: 10pt; } header, main, footer { max-width: none; padding: 0; } form, .skip, #filter-state { display: none !important; }
	.badge { color: #000000; background: none; border: 1px solid #000000; } svg path, svg rect, svg circle, .key { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
	tr, .chart, .stages li, .ranks li { break-inside: avoid; } h2, h3, h4, summary { break-after: avoid; } details::details-content { content-visibility: visible; block-size: auto; }
	.scroll { overflow: visible; } .scroll code { white-space: normal; }
}
`.replaceAll('\t', ' ');
