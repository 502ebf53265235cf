/// The page of `export --format html`, as a Mustache template.
///
/// Its own ids contain a colon, unlike the anchors of headings.
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
    {{> style}}
    </style>
    </head>
    <body>
    <a class="skip" href="#page:list">Skip to the list</a>
    <header>
    <h1>{{title}}</h1>
    {{#hasBlurb}}<p>{{blurb}}</p>{{/hasBlurb}}
    </header>
    <div class="columns">
    <div class="side">
    <p class="search" id="page:search" hidden><input type="search" id="page:query" aria-label="Search" placeholder="Search" autocomplete="off"></p>
    <p class="count" role="status"><span id="page:count">{{count}}</span> <span id="page:noun">{{noun}}</span></p>
    {{#hasSections}}<details id="page:sections" open><summary>Sections</summary><nav aria-label="Sections"><ul>{{#sections}}{{> item}}{{/sections}}</ul></nav></details>{{/hasSections}}
    </div>
    <main id="page:list">
    {{> entries}}
    {{#sections}}{{> section}}{{/sections}}
    </main>
    </div>
    <script>
    {{> script}}
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
