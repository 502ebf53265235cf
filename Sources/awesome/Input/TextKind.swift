import Source

/// The kind of a text file, which decides what in it is code, an address, a comment or syntax.
enum TextKind {
  case markdown
  /// HTML or another kind of XML.
  case html
  case json
  case csv
  /// YAML or TOML.
  case yaml
  /// AsciiDoc, where the text of a link is in brackets after its address.
  case asciidoc
  case other

  /// The kind by the file's name; standard input without a name is a list, as in every command.
  init(of input: InputFile) {
    let isUnnamed = input.path == nil && input.name == StandardInputOptions.unnamed
    let name = input.name.lowercased().split(separator: "/").last ?? ""
    if isUnnamed || name.hasMarkdownSuffix || name == "readme" {
      self = .markdown
      return
    }
    switch name.split(separator: ".").last {
    case "html", "htm", "xhtml", "xml", "svg", "opml", "atom", "rss": self = .html
    case "json", "jsonl", "ndjson", "geojson", "webmanifest", "ipynb": self = .json
    case "adoc", "asciidoc", "asc": self = .asciidoc
    case "csv", "tsv", "tab": self = .csv
    case "yaml", "yml", "toml": self = .yaml
    default: self = .other
    }
  }
}
