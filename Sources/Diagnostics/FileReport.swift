public import Source

/// What was found in one file.
public struct FileReport: Sendable {
  /// The path as the user gave it, or the name given to standard input.
  public let file: String
  public let source: SourceText
  /// The findings in the order of their places.
  public let diagnostics: [Diagnostic]
  /// What was looked at to find them.
  public let checked: Counted

  public init(file: String, source: SourceText, diagnostics: [Diagnostic], checked: Counted) {
    self.file = file
    self.source = source
    self.diagnostics = diagnostics.sorted()
    self.checked = checked
  }
}

/// How many things of which kind a run looked at, so that "no findings" cannot be mistaken for "nothing looked at".
public struct Counted: Hashable, Sendable {
  public let count: Int
  private let singular: String
  private let plural: String

  /// A count with the two forms of its noun; counts of the same noun can be summed.
  public init(_ count: Int, singular: String, plural: String) {
    self.count = count
    self.singular = singular
    self.plural = plural
  }

  public static func entries(_ count: Int) -> Counted {
    Counted(count, singular: "entry", plural: "entries")
  }

  public static func links(_ count: Int) -> Counted {
    Counted(count, singular: "link", plural: "links")
  }

  /// The count and its noun, as in "15 entries".
  public var text: String { counted(count, singular, plural) }

  /// The sums of counts of the same noun, in the order the nouns first appear, as in "15 entries, 40 links".
  static func sum(_ parts: [Counted]) -> String {
    var sums: [Counted] = []
    for part in parts {
      if let index = sums.firstIndex(where: { $0.singular == part.singular }) {
        sums[index] = Counted(sums[index].count + part.count, singular: part.singular, plural: part.plural)
      } else {
        sums.append(part)
      }
    }
    return sums.map(\.text).joined(separator: ", ")
  }
}
