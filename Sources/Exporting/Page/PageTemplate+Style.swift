import Markup

/// The parts of the page that are the same for every list.
enum PageTemplate {
  /// One column, or two in a wide window; the search and the sections stay visible above or beside the list.
  static let style: HTML = #"""
    :root { color-scheme: light dark; --back: #fff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --link: #0550ae; --field: #f6f8fa; }
    @media (prefers-color-scheme: dark) { :root { --back: #0d1117; --text: #e6edf3; --soft: #9198a1; --line: #30363d; --link: #79c0ff; --field: #161b22; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1.25rem 4rem; font: 1rem/1.55 system-ui, sans-serif; background: var(--back); color: var(--text); overflow-wrap: anywhere; }
    header { padding-bottom: .75rem; border-bottom: 1px solid var(--line); }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0; }
    header p, header blockquote { margin: .5rem 0; color: var(--soft); font-size: 1.1rem; }
    header .about { font-size: .95rem; } .about a { margin-inline-end: 1rem; }
    h2, h3, h4, h5, h6 { line-height: 1.3; margin: 2.5rem 0 .5rem; }
    h2 { font-size: 1.5rem; } h3 { font-size: 1.2rem; } h4, h5, h6 { font-size: 1rem; color: var(--soft); }
    p, main ul, main ol, blockquote { max-width: 46rem; }
    .label { font-weight: 600; margin: 1.25rem 0 .25rem; }
    blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); color: var(--soft); }
    main ul:not(.entries), main ol { padding-inline-start: 1.5rem; } main li > p:only-child { margin: 0; }
    pre, .wide { overflow-x: auto; max-width: 100%; }
    pre { background: var(--field); padding: .75rem; border-radius: .4rem; font-size: .85rem; }
    code, pre { direction: ltr; unicode-bidi: isolate; overflow-wrap: normal; } p code, td code { overflow-wrap: anywhere; }
    table { border-collapse: collapse; font-size: .95rem; overflow-wrap: break-word; } td { border: 1px solid var(--line); padding: .3rem .6rem; }
    a { color: var(--link); text-underline-offset: .15em; }
    .title a, nav a { text-decoration: none; }
    .title a:hover, nav a:hover { text-decoration: underline; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: .2rem; }
    .side { background: var(--back); padding-top: 1rem; font-size: .95rem; }
    .side p { margin: 0; }
    .search input { width: 100%; padding: .5rem .75rem; font: inherit; font-size: 1rem; color: inherit; background: var(--field); border: 1px solid var(--line); border-radius: .4rem; }
    .count { color: var(--soft); padding: .4rem 0; }
    summary { cursor: pointer; font-weight: 600; padding: .3rem 0; }
    nav { max-height: 50vh; overflow: auto; }
    nav ul { list-style: none; margin: 0; padding: 0; padding-inline-start: .9rem; }
    nav > ul { padding: 0; }
    nav a { display: block; padding: .2rem 0; }
    section { scroll-margin-top: 1rem; }
    .live .side { position: sticky; top: 0; z-index: 1; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
    .live section { scroll-margin-top: 7rem; }
    ul.entries { list-style: none; margin: 0; padding: 0; max-width: none; }
    ul.entries ul.entries { margin-top: .5rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line); }
    ul.entries > li { padding: .6rem 0; }
    ul.entries > li:not([hidden]) ~ li { border-top: 1px solid var(--line); }
    ul.entries ul.entries > li { border: 0; padding: .25rem 0; }
    li p { margin: .15rem 0 0; } .entries blockquote, .entries ul:not(.entries), .entries pre { margin: .3rem 0; }
    .title { font-weight: 600; } .entries > li:not(:has(.entries)) > .title > bdi { font-weight: 400; }
    .more { font-size: .9rem; } .more a { margin-inline-end: .9rem; }
    .tag { border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .5rem; color: var(--soft); font-size: .8rem; text-decoration: none; }
    .tag:hover { color: var(--link); border-color: currentColor; } .tags .tag { margin-inline-start: .4rem; }
    footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; } footer span { margin-inline-end: 1.5rem; }
    .skip { position: absolute; inset-inline-start: -99rem; } .skip:focus { inset-inline-start: 1rem; }
    [hidden] { display: none !important; }
    @media (min-width: 56rem) {
      .columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 3rem; }
      .side, .live .side { position: sticky; top: 0; align-self: start; border: 0; display: flex; flex-direction: column; max-height: 100vh; }
      .live section { scroll-margin-top: 1rem; }
      details { min-height: 0; overflow: auto; padding-bottom: 1rem; } summary { display: none; } nav { max-height: none; overflow: visible; }
      main > section:first-child > :first-child { margin-top: 1.1rem; }
    }
    @media print { .side { display: none; } .columns { display: block; } }
    """#
}
