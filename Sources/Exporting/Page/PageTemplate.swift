import Markup

/// The page of `export --format html`.
///
/// Its own ids contain a colon, unlike the anchors of headings. Its own words are English, whatever the list's language is.
extension PageModel {
  var html: HTML {
    """
    <!doctype html>
    <html\(attributes)>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <title>\(title)</title>
    <style>
    \(PageTemplate.style)</style>
    </head>
    <body>
    <a class="skip" lang="en" href="#page:list">Skip to the list</a>
    <header>
    <h1>\(title)</h1>
    \(blurb.map(\.html))
    \(#"<p class="about" lang="en">\#(about.links.map(\.link))</p>"#, if: !about.links.isEmpty)
    </header>
    <div class="columns">
    <div class="side">
    <p class="search" id="page:search" hidden><input type="search" id="page:query" lang="en" aria-label="Search" placeholder="Search" autocomplete="off" dir="auto"></p>
    <p class="count"><span role="status" lang="en" dir="ltr"><span id="page:count">\(count)</span> <span id="page:noun">\(noun)</span></span> <a class="tag" id="page:tag" href="#" lang="en" hidden>Show all tags</a></p>
    \(#"<details id="page:sections" open><summary lang="en">Sections</summary><nav aria-label="Sections"><ul>\#(sections.map(\.item))</ul></nav></details>"#, if: !sections.isEmpty)
    </div>
    <main id="page:list">
    <p id="page:none" lang="en" hidden><bdi>Nothing matches.</bdi></p>
    \(blocks.map(\.html))
    \(sections.map(\.html))
    </main>
    </div>
    \(about.footer)
    <script>
    \(PageTemplate.script)</script>
    </body>
    </html>

    """
  }
}

extension PageModel {
  private var attributes: [HTML] {
    let language: HTML? = language.map { #" lang="\#($0)""# }
    let direction: HTML? = isRightToLeft ? #" dir="rtl""# : nil
    return [language, direction].compactMap(\.self)
  }
}

extension PageAbout {
  fileprivate var footer: HTML {
    let changed: HTML? = date.map { #"<span>Last changed <time datetime="\#($0)">\#($0)</time></span>"# }
    let licence: HTML? = licence.map { "<span>Licence: \($0.link)</span>" }
    let parts = [changed, licence].compactMap(\.self)
    return parts.isEmpty ? "" : #"<footer lang="en">\#(parts)</footer>"#
  }
}

extension PageModel.PageSection {
  fileprivate var html: HTML {
    #"""
    <section id="\#(anchor)"><h\#(level) dir="auto">\#(title)</h\#(level)>\#(blocks.map(\.html))\#(sections.map(\.html))</section>
    """#
  }

  /// The section in the navigation.
  fileprivate var item: HTML {
    #"""
    <li><a href="#\#(anchor)" data-for="\#(anchor)">\#(title)</a>\#("<ul>\(sections.map(\.item))</ul>", if: !sections.isEmpty)</li>
    """#
  }
}

extension PageBlock {
  fileprivate var html: HTML {
    switch kind {
    case .entries(let entries): entries.html
    case .paragraph(let isLabel): #"<p\#(#" class="label""#, if: isLabel)>\#(runs.map(\.html))</p>"#
    case .quote: "<blockquote>\(blocks.map(\.html))</blockquote>"
    case .bullets: "<ul>\(items)</ul>"
    case .numbers(let start): #"<ol start="\#(start)">\#(items)</ol>"#
    case .code: "<pre><code>\(runs.map { "\($0.text)" })</code></pre>"
    case .table: #"<div class="wide"><table>\#(rows)</table></div>"#
    case .group: "\(blocks.map(\.html))"
    case .part: ""
    }
  }

  private var items: [HTML] { blocks.map { "<li>\($0.blocks.map(\.html))</li>" } }

  private var rows: [HTML] {
    blocks.map { row in "<tr>\(row.blocks.map { cell in "<td>\(cell.runs.map(\.html))</td>" })</tr>" }
  }
}

extension [PageEntry] {
  fileprivate var html: HTML { #"<ul class="entries">\#(map(\.html))</ul>"# }
}

extension PageEntry {
  fileprivate var html: HTML {
    let name: HTML =
      url.map { #"<a href="\#($0)" rel="noopener noreferrer" dir="auto">\#(title)</a>"# } ?? "<bdi>\(title)</bdi>"
    let tags: [HTML] = tags.map { #"<a class="tag" href="\#($0.address)">\#($0.text)</a>"# }
    return #"""
      <li><span class="title">\#(name)</span>\#(#"<span class="tags">\#(tags)</span>"#, if: !tags.isEmpty)\#("<p>\(description)</p>", if: !description.isEmpty)\#(blocks.map(\.html))\#(#"<p class="more">\#(links.map(\.link))</p>"#, if: !links.isEmpty)\#(entries.html, if: !entries.isEmpty)</li>
      """#
  }
}

extension PageRun {
  fileprivate var html: HTML {
    let content: HTML = isCode ? "<code>\(text)</code>" : "\(text)"
    return url.map { #"<a href="\#($0)" rel="noopener noreferrer">\#(content)</a>"# } ?? content
  }

  /// The text as a link, for the runs that are made of an address.
  fileprivate var link: HTML { #"<a href="\#(url ?? "")" rel="noopener noreferrer">\#(text)</a>"# }
}
