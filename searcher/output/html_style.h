#pragma once

#include <string_view>

namespace backfile {

/// The style sheet of pages. They allow no other: `html_style_hash` is its SHA-256, in base 64, as
/// a Content-Security-Policy wants it (a test compares them).
inline constexpr std::string_view html_style = R"(
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #211f1c; --quiet: #5c574f; --line: #dcd7cd;
  --link: #1d4f7c; --bar: #3b7298; --mark: #ffe9a3; --mark-ink: #211f1c; }
@media (prefers-color-scheme: dark) { :root { --paper: #181715; --ink: #ece8e0; --quiet: #aca598;
  --line: #3a3732; --link: #93c2ea; --bar: #6aa5cf; --mark: #5d4a0b; --mark-ink: #fff4cf; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem clamp(1rem, 4vw, 3rem) 3rem; max-width: 76rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible { outline: 0.2rem solid var(--link); outline-offset: 0.15rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
h1, h2, h3 { line-height: 1.25; margin: 0; }
h1, .title { font-family: Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Noto Serif", serif; }
h1 { font-size: clamp(1.6rem, 4.5vw, 2.4rem); text-wrap: balance; }
h2 { font-size: 1.1rem; margin-bottom: 0.6rem; }
h3 { font-size: 1rem; }
p, ul, ol, figure, table { margin: 0; padding: 0; }
ul, ol { list-style: none; }
header { border-bottom: 1px solid var(--line); padding-bottom: 1.1rem; margin-bottom: 1.5rem; }
.kind, .quiet, .byline, .address, footer { color: var(--quiet); font-size: 0.875rem; }
.kind { letter-spacing: 0.04em; }
.filters { display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0.6rem 0; }
.filters li { border: 1px solid var(--line); border-radius: 0.3rem; padding: 0.05rem 0.5rem; }
code { font: 0.85em/1.5 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; }
.total { margin-top: 0.4rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.2rem; margin-top: 0.5rem; }
nav a { display: inline-block; padding: 0.2rem 0; }
section { margin-bottom: 2rem; }
.hits > li { display: grid; grid-template-columns: 2.2rem minmax(0, 1fr); padding: 1rem 0;
  border-top: 1px solid var(--line); }
.hits > li:first-child { border-top: 0; padding-top: 0; }
.rank { color: var(--quiet); font-size: 0.875rem; font-variant-numeric: tabular-nums; padding-top: 0.2rem; }
.title { font-size: 1.2rem; }
.title a { text-decoration-thickness: 1px; }
.snippet { margin: 0.35rem 0; max-width: 44rem; }
.address { overflow-wrap: anywhere; }
mark { background: var(--mark); color: var(--mark-ink); font-weight: 600; border-radius: 0.15rem;
  padding: 0 0.1em; }
svg { display: block; width: 100%; overflow: visible; }
.time-line text { fill: var(--quiet); font-size: 0.8rem; }
.bar { fill: var(--bar); }
.rule { stroke: var(--line); }
figcaption { margin-top: 0.3rem; }
details { margin-top: 0.6rem; }
summary { cursor: pointer; padding: 0.2rem 0; color: var(--link); font-size: 0.875rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 600; padding-bottom: 0.2rem; }
caption::first-letter { text-transform: uppercase; }
th, td { padding: 0.15rem 0; font-weight: 400; text-align: start; vertical-align: top; }
td.count { text-align: end; padding-inline-start: 0.8rem; font-variant-numeric: tabular-nums; }
.counts table, .counts p { margin-bottom: 1.4rem; }
.counts table:has(+ p) { margin-bottom: 0.2rem; }
.counts tr > :first-child { width: 99%; }
.counts svg { height: 0.3rem; margin-top: 0.1rem; }
.missing th { color: var(--quiet); }
.dates { width: auto; }
.article { max-width: 44rem; margin: 0 auto 3rem; }
.article p { margin: 0.9rem 0; }
.article .byline, .article .address { margin: 0.3rem 0; }
footer { border-top: 1px solid var(--line); padding-top: 0.8rem; }
@media (min-width: 60rem) {
  .with-counts { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; column-gap: 3.5rem; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --link: #000; --bar: #666;
    --mark: #fff; --mark-ink: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .skip, nav, details { display: none; }
  .hits > li, table { break-inside: avoid; }
  mark { text-decoration: underline; }
  a { text-decoration: none; }
}
)";

inline constexpr std::string_view html_style_hash = "MH+09ZDK3dasp6pNgQaTVZ223TfbNCgJ9HvrZTd9m0U=";

}  // namespace backfile
