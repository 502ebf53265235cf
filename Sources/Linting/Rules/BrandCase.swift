import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let brandCase = Rule(
    id: "brand-case",
    summary: "Names of well-known things are written as their owners write them.",
    rationale: """
      One name in one spelling can be searched for, and a list that knows GitHub from Github is trusted to know the rest. Only \
      names that mean nothing else are judged; text in links and code is left alone. The option `words` allows others.
      """,
    defaultSeverity: .warning,
    examples: [
      .good(
        "- [Github-helper](https://example.org) - For GitHub, see github.com, `Github` and Javascript-like_names.\n"),
      .bad(
        "- [A](https://example.org) - For ↓Github and ↓Javascript.\n",
        fixed: "- [A](https://example.org) - For GitHub and JavaScript.\n"),
      .bad("- [A](https://example.org) - On ↓MacOS.\n", fixed: "- [A](https://example.org) - On macOS.\n"),
    ]
  ) { context in
    let links = context.index.inlines.filter { $0.kind == .link }.map(\.range)
    return context.index.inlines.flatMap { inline -> [Diagnostic] in
      guard inline.kind == .text else { return [] }
      let next = links.partitioningIndex { $0.upperBound > inline.range.lowerBound }
      if next < links.count, links[next].contains(inline.range) { return [] }
      return wrongNames(in: inline.range, context)
    }
  }

  private static func wrongNames(in range: SourceRange, _ context: RuleContext) -> [Diagnostic] {
    let text = context.source[range]
    return text.matches(of: /[A-Za-z]{3,}/).compactMap { match in
      guard let name = names[match.output.lowercased()], name != match.output,
        wrongForms(name).contains(String(match.output)),
        !context.settings.words.contains(String(match.output)), !touches(match.range, in: text)
      else { return nil }
      let start = range.lowerBound + text[..<match.range.lowerBound].utf8.count
      let place = SourceRange(start, start + match.output.utf8.count)
      return context.diagnostic("“\(match.output)” is written “\(name)”", at: place, fix: .safe(Edit(place, name)))
    }
  }

  /// Whether a word is a part of something longer: an address, a path, a package's name.
  private static func touches(_ range: Range<String.Index>, in text: String) -> Bool {
    let marks = "-_./\\@#:=&'’"
    if let before = text[..<range.lowerBound].last, marks.contains(before) || before.isLetter || before.isNumber {
      return true
    }
    let after = text[range.upperBound...]
    guard let next = after.first else { return false }
    if next == "." || next == ":" || next == "'" || next == "’" {
      return after.dropFirst().first.map { $0.isLetter || $0.isNumber || $0 == "/" } ?? false && next != "'"
        && next != "’"
    }
    return marks.contains(next) || next.isLetter || next.isNumber
  }

  /// The spellings of a name that are certainly meant for it: capitalised, and in lower case where no program is called so.
  private static func wrongForms(_ name: String) -> Set<String> {
    let lower = name.lowercased()
    var forms: Set<String> = [lower.prefix(1).uppercased() + lower.dropFirst()]
    forms.formUnion(otherForms[name] ?? [])
    return forms
  }

  private static let otherForms: [String: [String]] = [
    "macOS": ["MacOS", "MacOs", "macOs"], "iOS": ["IOS", "IOs"], "GitHub": ["GitHUb", "GITHUB"],
    "JavaScript": ["javascript", "JAVASCRIPT", "javaScript"], "TypeScript": ["typescript"], "YouTube": ["youtube"],
    "MongoDB": ["MongoDb"], "PostgreSQL": ["PostgreSql", "postgreSQL"], "MySQL": ["MySql"], "WordPress": ["wordpress"],
  ]

  private static let names: [String: String] = Dictionary(
    uniqueKeysWithValues: [
      "CoffeeScript", "DevOps", "DuckDuckGo", "FreeBSD", "GitHub", "GitLab", "GraphQL", "iOS", "IntelliJ", "JavaScript",
      "LinkedIn", "macOS", "MongoDB", "MySQL", "NumPy", "OpenCV", "OpenStack", "PayPal", "PostgreSQL", "PyTorch",
      "RabbitMQ",
      "SQLite", "SciPy", "TensorFlow", "TypeScript", "VMware", "WebAssembly", "WebGL", "WordPress", "YouTube",
    ].map { ($0.lowercased(), $0) })
}
