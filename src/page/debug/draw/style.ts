/**
 * The overlay's style sheet. Constructed, not an element: no rule of a page's content security policy keeps it out.
 * https://drafts.csswg.org/cssom/#dom-cssstylesheet-cssstylesheet
 */
export const STYLE = `
:host { all: initial; position: fixed; z-index: 2147483647; inset: 0 0 0 auto; width: min(27rem, 100vw); display: block; contain: content; color-scheme: light dark;
  --ground: #ffffff; --raised: #f3f5f8; --line: #d5dae2; --ink: #16202e; --quiet: #515d6e; --good: #0b6b3a; --good-ground: #dff3e7; --bad: #a3230f; --bad-ground: #fde6e1; --wait: #7a4d00; --wait-ground: #fdeecd; --link: #1549b8; }
@media (prefers-color-scheme: dark) { :host { --ground: #141a23; --raised: #1e2632; --line: #364152; --ink: #e8edf5; --quiet: #a6b2c3; --good: #7fdca6; --good-ground: #143423; --bad: #ff9d8a; --bad-ground: #431c15; --wait: #f5c56a; --wait-ground: #3d2d0a; --link: #8db4ff; } }
@media (max-width: 40rem) { :host { inset: auto 0 0 0; width: 100vw; height: min(80vh, 44rem); } }
*, *::before { box-sizing: border-box; }
.panel { display: flex; flex-direction: column; height: 100%; font: 14px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--ground); border-left: 1px solid var(--line); box-shadow: 0 0 24px #0004; }
@media (max-width: 40rem) { .panel { border-left: 0; border-top: 1px solid var(--line); border-radius: 14px 14px 0 0; overflow: hidden; } }
header { display: flex; align-items: center; gap: .4rem; padding: .55rem .6rem .55rem 1rem; border-bottom: 1px solid var(--line); }
h2 { flex: 1; margin: 0; font-size: 1rem; font-weight: 650; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
h2 small { font-weight: 400; color: var(--quiet); font-size: .85rem; }
button { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; min-height: 36px; padding: 0 .7rem; cursor: pointer; }
button:hover { border-color: var(--quiet); }
button.close { width: 36px; padding: 0; font-size: 1.1rem; line-height: 1; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.body { flex: 1; overflow: auto; overscroll-behavior: contain; padding: .2rem 1rem 1.2rem; }
.body:focus-visible { outline-offset: -2px; }
.summary { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; margin: .8rem 0 .4rem; }
.summary div { background: var(--raised); border-radius: 8px; padding: .4rem .6rem; min-width: 0; }
dl { margin: .5rem 0; }
dt { color: var(--quiet); font-size: .8rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.summary dd { font-weight: 600; }
.facts { display: grid; grid-template-columns: minmax(6.5rem, 30%) minmax(0, 1fr); gap: .3rem .7rem; }
.facts dt { font-size: .85rem; padding-top: .05rem; }
details { border-top: 1px solid var(--line); }
details:first-of-type { border-top: 0; }
summary { display: flex; align-items: baseline; gap: .5rem; padding: .65rem 0; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "›"; width: .7rem; color: var(--quiet); }
details[open] > summary::before { content: "⌄"; }
h3 { flex: 1; margin: 0; font-size: .95rem; font-weight: 650; }
h4 { margin: .8rem 0 .2rem; font-size: .92rem; font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.inner { padding: 0 0 .8rem 1.2rem; }
p { margin: .35rem 0; overflow-wrap: anywhere; }
.note { color: var(--quiet); font-size: .86rem; }
.tag { font-size: .78rem; font-weight: 600; border-radius: 99px; padding: .1rem .5rem; background: var(--raised); color: var(--quiet); white-space: nowrap; }
.good { background: var(--good-ground); color: var(--good); }
.bad { background: var(--bad-ground); color: var(--bad); }
.wait { background: var(--wait-ground); color: var(--wait); }
.told { border-radius: 8px; padding: .45rem .65rem; font-size: .88rem; }
ul, ol { list-style: none; margin: .3rem 0; padding: 0; }
li { padding: .4rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
li:first-child { border-top: 0; }
.head { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: baseline; }
.told-leaf { display: block; color: var(--bad); }
.head strong { font-weight: 600; min-width: 0; }
.where { display: block; color: var(--quiet); font-size: .82rem; }
code { font: .86em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
textarea { width: 100%; height: 9rem; font: 12px ui-monospace, monospace; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
[hidden] { display: none; }
`;
