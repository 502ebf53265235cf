internal import Markup

/// The parts of the page that are the same for every list.
enum HistoryPageTemplate {
  static let style: HTML = #"""
    :root { color-scheme: light dark; --back: #fff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --link: #0550ae; --field: #f6f8fa; --gone: #cf222e; --transient: #e16f24; --suspect: #bf8700; --moved: #218bff; --blocked: #8c959f; }
    @media (prefers-color-scheme: dark) { :root { --back: #0d1117; --text: #e6edf3; --soft: #9198a1; --line: #30363d; --link: #79c0ff; --field: #161b22; --gone: #f85149; --transient: #f0883e; --suspect: #d29922; --moved: #58a6ff; --blocked: #6e7681; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1.25rem 4rem; font: 1rem/1.5 system-ui, sans-serif; background: var(--back); color: var(--text); overflow-wrap: anywhere; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; } h2 { font-size: 1.25rem; margin: 2.25rem 0 .25rem; }
    h2 small { font-weight: 400; color: var(--soft); } header p, section > p { margin: .25rem 0 .75rem; color: var(--soft); }
    ul { list-style: none; margin: 0; padding: 0; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: .75rem; margin-top: 1rem; }
    .figures li { background: var(--field); border: 1px solid var(--line); border-top: 3px solid var(--soft); border-radius: .5rem; padding: .6rem .8rem; color: var(--soft); }
    .figures b { display: block; font-size: 1.6rem; line-height: 1.2; color: var(--text); font-variant-numeric: tabular-nums; }
    .figures .gone { border-top-color: var(--gone); } .figures .moved { border-top-color: var(--moved); } .figures .transient { border-top-color: var(--transient); } .figures .suspect { border-top-color: var(--suspect); } .figures .blocked { border-top-color: var(--blocked); }
    svg .gone { fill: var(--gone); } svg .transient { fill: var(--transient); } svg .suspect { fill: var(--suspect); } svg .moved { fill: var(--moved); } svg .blocked { fill: var(--blocked); }
    svg .broken { fill: var(--gone); opacity: .7; } svg .untrusted { fill: var(--line); }
    .chart { display: block; width: 100%; height: auto; margin-top: .75rem; } .chart text { fill: var(--soft); font-size: 11px; } .chart .end { text-anchor: end; } .chart .scale { text-anchor: end; dominant-baseline: middle; } .grid { stroke: var(--line); stroke-width: .5; }
    .key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; color: var(--soft); font-size: .9rem; margin-top: .5rem; }
    .key li::before { content: ""; display: inline-block; width: .7rem; height: .7rem; border-radius: .15rem; margin-inline-end: .4rem; background: var(--line); }
    .key .gone::before { background: var(--gone); } .key .transient::before { background: var(--transient); } .key .suspect::before { background: var(--suspect); } .key .moved::before { background: var(--moved); } .key .blocked::before { background: var(--blocked); }
    table { border-collapse: collapse; width: 100%; font-size: .95rem; } th { text-align: start; font-weight: 600; color: var(--soft); } td, th { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; } td:first-child { width: 50%; } td + td { font-variant-numeric: tabular-nums; }
    .search { position: sticky; top: 0; background: var(--back); padding: .75rem 0; margin: 1.5rem 0 0; z-index: 1; }
    .search input { width: 100%; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--line); border-radius: .4rem; } #count { color: var(--soft); font-size: .9rem; }
    main li { padding: .6rem 0; border-top: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 4.5rem; }
    .url { font-weight: 600; } .facts { display: block; color: var(--soft); font-size: .95rem; }
    a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: .2rem; }
    .strip { display: block; width: min(100%, 20rem); height: .6rem; margin-top: .35rem; background: var(--field); border: 1px solid var(--line); border-radius: .2rem; }
    [hidden] { display: none !important; }
    @media print { .search { display: none; } }

    """#

  /// Shows the search, and hides what does not have all its words.
  static let script: HTML = #"""
    (function () {
      var items = Array.prototype.map.call(document.querySelectorAll("main li"), function (item) {
        return { item: item, text: item.textContent.toLowerCase() };
      });
      var sections = document.querySelectorAll("main section");
      var query = document.getElementById("query"), count = document.getElementById("count"), none = document.getElementById("none");
      function find() {
        var words = query.value.toLowerCase().split(/\s+/).filter(Boolean), shown = 0;
        items.forEach(function (entry) {
          var fits = words.every(function (word) { return entry.text.indexOf(word) >= 0; });
          entry.item.hidden = !fits;
          if (fits) { shown += 1; }
        });
        sections.forEach(function (section) { section.hidden = !section.querySelector("li:not([hidden])"); });
        none.hidden = shown > 0 || items.length === 0;
        count.textContent = words.length ? shown + " of " + items.length : "";
      }
      if (items.length) { document.getElementById("search").hidden = false; }
      query.addEventListener("input", find);
      find();
    })();

    """#
}
