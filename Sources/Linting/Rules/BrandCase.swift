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
    words(in: context.source.bytes(in: range)).compactMap { place in
      let word = context.source[place]
      guard let name = names[word.lowercased()], name != word, wrongForms(name).contains(word),
        !context.settings.words.contains(word), !touches(place, in: range, of: context.source)
      else { return nil }
      return context.diagnostic("“\(word)” is written “\(name)”", at: place, fix: .safe(Edit(place, name)))
    }
  }

  /// The words of ASCII letters that may be one of the names, by their lengths and first letters.
  private static func words(in bytes: ArraySlice<UInt8>) -> [SourceRange] {
    var words: [SourceRange] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index].isASCIILetter else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.endIndex, bytes[index].isASCIILetter { index += 1 }
      let length = index - start
      guard length < lengths.count, lengths[length] & (1 << UInt32(bytes[start] & 0x1F)) != 0 else { continue }
      words.append(SourceRange(start, index))
    }
    return words
  }

  /// For each length of a name, the first letters of the names that are so long, as bits.
  private static let lengths: [UInt32] = {
    var lengths = [UInt32](repeating: 0, count: 16)
    for name in names.keys {
      guard let first = name.utf8.first, name.utf8.count < lengths.count else { continue }
      lengths[name.utf8.count] |= 1 << UInt32(first & 0x1F)
    }
    return lengths
  }()

  /// Whether a word is a part of something longer: an address, a path, a package's name.
  private static func touches(_ word: SourceRange, in range: SourceRange, of source: SourceText) -> Bool {
    let marks = "-_./\\@#:=&'’"
    let before = source[SourceRange(max(range.lowerBound, word.lowerBound - 16), word.lowerBound)]
    if let before = before.last, marks.contains(before) || before.isLetter || before.isNumber { return true }
    let after = source[SourceRange(word.upperBound, min(range.upperBound, word.upperBound + 16))]
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
