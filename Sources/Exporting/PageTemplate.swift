/// The page of `export --format html`, as a Mustache template.
enum PageTemplate {
  static let text = #"""
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <title>{{title}}</title>
    <style>
    :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --soft: color-mix(in srgb, currentColor 68%, transparent); }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; font: 1rem/1.55 system-ui, sans-serif; }
    nav { max-height: 40vh; overflow: auto; border-bottom: 1px solid var(--line); }
    @media (min-width: 60rem) { .columns { display: grid; grid-template-columns: 15rem 1fr; gap: 3rem; } nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); border: 0; } }
    h1 { line-height: 1.2; margin: 0 0 .5rem; }
    h2, h3, h4, h5, h6 { line-height: 1.3; margin: 2rem 0 .5rem; scroll-margin-top: 1rem; }
    a { color: light-dark(#0b57d0, #8ab4f8); text-underline-offset: .15em; }
    a:focus-visible, input:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
    nav ul { list-style: none; margin: 0; padding: 0 0 0 .9rem; }
    nav > ul { padding: 0; }
    nav a { display: block; padding: .15rem 0; text-decoration: none; }
    ul.entries { list-style: none; margin: 0; padding: 0; }
    ul.entries ul.entries { padding-left: 1.2rem; }
    ul.entries > li { border-top: 1px solid var(--line); padding: .65rem 0; }
    li p { margin: .15rem 0 0; }
    .title { font-weight: 600; overflow-wrap: anywhere; }
    .more, .tags, .count { color: var(--soft); font-size: .9rem; }
    .more a { margin-right: .75rem; }
    .tags code { border: 1px solid var(--line); border-radius: .3rem; padding: 0 .3rem; margin-left: .3rem; }
    input { width: 100%; max-width: 30rem; padding: .5rem .7rem; font: inherit; border: 1px solid var(--line); border-radius: .4rem; }
    .skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; }
    [hidden] { display: none !important; }
    </style>
    </head>
    <body>
    <a class="skip" href="#list">Skip to the list</a>
    <header>
    <h1>{{title}}</h1>
    {{#hasBlurb}}<p>{{blurb}}</p>{{/hasBlurb}}
    <p id="search" hidden><label>Search <input type="search" id="query" autocomplete="off" accesskey="s"></label></p>
    <p class="count" role="status"><span id="count">{{count}}</span> entries</p>
    </header>
    <div class="columns">
    <nav aria-label="Sections"><ul>{{#sections}}{{> item}}{{/sections}}</ul></nav>
    <main id="list">
    {{> entries}}
    {{#sections}}{{> section}}{{/sections}}
    </main>
    </div>
    <script>
    "use strict";
    (function () {
      var entries = Array.from(document.querySelectorAll("main li"));
      var sections = Array.from(document.querySelectorAll("main section")).reverse();
      var texts = entries.map(function (entry) { return entry.textContent.toLowerCase(); });
      var query = document.getElementById("query");
      document.getElementById("search").hidden = false;
      function narrow() {
        var words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
        var count = 0;
        entries.forEach(function (entry, index) {
          var found = words.every(function (word) { return texts[index].includes(word); });
          entry.hidden = !found;
          if (found && entry.hasAttribute("data-link")) count += 1;
        });
        sections.forEach(function (section) {
          section.hidden = words.length > 0 && !section.querySelector("li:not([hidden])");
          var link = document.querySelector('nav a[data-for="' + CSS.escape(section.id) + '"]');
          if (link) link.parentNode.hidden = section.hidden;
        });
        document.getElementById("count").textContent = count;
      }
      query.addEventListener("input", narrow);
      document.addEventListener("keydown", function (event) {
        if (event.key === "/" && document.activeElement !== query) { event.preventDefault(); query.focus(); }
        if (event.key === "Escape" && document.activeElement === query) { query.value = ""; narrow(); }
      });
    })();
    </script>
    </body>
    </html>

    """#

  /// A section in the navigation.
  static let item = #"""
    <li><a href="#{{anchor}}" data-for="{{anchor}}">{{title}}</a>{{#hasSections}}<ul>{{#sections}}{{> item}}{{/sections}}</ul>{{/hasSections}}</li>
    """#

  static let section = #"""
    <section id="{{anchor}}"><{{heading}}>{{title}}</{{heading}}>{{#notes}}<p>{{.}}</p>{{/notes}}{{> entries}}{{#sections}}{{> section}}{{/sections}}</section>
    """#

  static let entries = #"""
    {{#hasEntries}}<ul class="entries">{{#entries}}{{> entry}}{{/entries}}</ul>{{/hasEntries}}
    """#

  static let entry = #"""
    <li{{#hasURL}} data-link{{/hasURL}}><span class="title">{{#hasURL}}<a href="{{url}}" rel="noopener noreferrer">{{title}}</a>{{/hasURL}}{{^hasURL}}{{title}}{{/hasURL}}</span>{{#hasTags}}<span class="tags">{{#tags}}<code>{{.}}</code>{{/tags}}</span>{{/hasTags}}{{#hasDescription}}<p>{{description}}</p>{{/hasDescription}}{{#hasLinks}}<p class="more">{{#links}}<a href="{{url}}" rel="noopener noreferrer">{{text}}</a>{{/links}}</p>{{/hasLinks}}{{> entries}}</li>
    """#
}
