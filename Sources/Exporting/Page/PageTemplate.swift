/// The page of `export --format html`, as Mustache templates.
///
/// Its own ids contain a colon, unlike the anchors of headings. Its own words are English, whatever the list's language is.
enum PageTemplate {
  /// The templates by their names; `page` is the whole.
  static let all = [
    "page": page, "item": item, "section": section, "block": block, "entries": entries, "entry": entry, "runs": runs,
    "style": style, "script": script,
  ]

  private static let page = #"""
    <!doctype html>
    <html{{#hasLanguage}} lang="{{language}}"{{/hasLanguage}}{{#isRightToLeft}} dir="rtl"{{/isRightToLeft}}>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <title>{{title}}</title>
    <style>
    {{> style}}
    </style>
    </head>
    <body>
    <a class="skip" lang="en" href="#page:list">Skip to the list</a>
    <header>
    <h1>{{title}}</h1>
    {{#blurb}}{{> block}}{{/blurb}}
    {{#about}}{{#hasLinks}}<p class="about" lang="en">{{#links}}<a href="{{url}}" rel="noopener noreferrer">{{text}}</a>{{/links}}</p>{{/hasLinks}}{{/about}}
    </header>
    <div class="columns">
    <div class="side">
    <p class="search" id="page:search" hidden><input type="search" id="page:query" lang="en" aria-label="Search" placeholder="Search" autocomplete="off" dir="auto"></p>
    <p class="count"><span role="status" lang="en" dir="ltr"><span id="page:count">{{count}}</span> <span id="page:noun">{{noun}}</span></span> <a class="tag" id="page:tag" href="#" lang="en" hidden>Show all tags</a></p>
    {{#hasSections}}<details id="page:sections" open><summary lang="en">Sections</summary><nav aria-label="Sections"><ul>{{#sections}}{{> item}}{{/sections}}</ul></nav></details>{{/hasSections}}
    </div>
    <main id="page:list">
    <p id="page:none" lang="en" hidden><bdi>Nothing matches.</bdi></p>
    {{#blocks}}{{> block}}{{/blocks}}
    {{#sections}}{{> section}}{{/sections}}
    </main>
    </div>
    {{#about}}{{#hasFooter}}<footer lang="en">{{#hasDate}}<span>Last changed <time datetime="{{date}}">{{date}}</time></span>{{/hasDate}}{{#licence}}<span>Licence: <a href="{{url}}" rel="noopener noreferrer">{{text}}</a></span>{{/licence}}</footer>{{/hasFooter}}{{/about}}
    <script>
    {{> script}}
    </script>
    </body>
    </html>

    """#

  /// A section in the navigation.
  private static let item = #"""
    <li><a href="#{{anchor}}" data-for="{{anchor}}">{{title}}</a>{{#hasSections}}<ul>{{#sections}}{{> item}}{{/sections}}</ul>{{/hasSections}}</li>
    """#

  private static let section = #"""
    <section id="{{anchor}}"><{{heading}} dir="auto">{{title}}</{{heading}}>{{#blocks}}{{> block}}{{/blocks}}{{#sections}}{{> section}}{{/sections}}</section>
    """#

  /// A block by the one flag that is set; cells and items without one are only their runs and blocks.
  private static let block = #"""
    {{#isEntries}}{{> entries}}{{/isEntries}}{{#isParagraph}}<p{{#isLabel}} class="label"{{/isLabel}}>{{> runs}}</p>{{/isParagraph}}{{#isQuote}}<blockquote>{{#blocks}}{{> block}}{{/blocks}}</blockquote>{{/isQuote}}{{#isBullets}}<ul>{{#blocks}}<li>{{#blocks}}{{> block}}{{/blocks}}</li>{{/blocks}}</ul>{{/isBullets}}{{#isNumbers}}<ol start="{{start}}">{{#blocks}}<li>{{#blocks}}{{> block}}{{/blocks}}</li>{{/blocks}}</ol>{{/isNumbers}}{{#isCode}}<pre><code>{{#runs}}{{text}}{{/runs}}</code></pre>{{/isCode}}{{#isTable}}<div class="wide"><table>{{#blocks}}<tr>{{#blocks}}<td>{{> runs}}</td>{{/blocks}}</tr>{{/blocks}}</table></div>{{/isTable}}{{#isGroup}}{{#blocks}}{{> block}}{{/blocks}}{{/isGroup}}
    """#

  private static let runs = #"""
    {{#runs}}{{#hasURL}}<a href="{{url}}" rel="noopener noreferrer">{{/hasURL}}{{#isCode}}<code>{{text}}</code>{{/isCode}}{{^isCode}}{{text}}{{/isCode}}{{#hasURL}}</a>{{/hasURL}}{{/runs}}
    """#

  private static let entries = #"""
    <ul class="entries">{{#entries}}{{> entry}}{{/entries}}</ul>
    """#

  private static let entry = #"""
    <li><span class="title">{{#hasURL}}<a href="{{url}}" rel="noopener noreferrer" dir="auto">{{title}}</a>{{/hasURL}}{{^hasURL}}<bdi>{{title}}</bdi>{{/hasURL}}</span>{{#hasTags}}<span class="tags">{{#tags}}<a class="tag" href="{{address}}">{{text}}</a>{{/tags}}</span>{{/hasTags}}{{#hasDescription}}<p>{{description}}</p>{{/hasDescription}}{{#blocks}}{{> block}}{{/blocks}}{{#hasLinks}}<p class="more">{{#links}}<a href="{{url}}" rel="noopener noreferrer">{{text}}</a>{{/links}}</p>{{/hasLinks}}{{#hasEntries}}{{> entries}}{{/hasEntries}}</li>
    """#
}
