import Source

/// A file in the repository of a list.
public struct CompanionFile: Hashable, Sendable {
  /// The path from the list's folder as it is spelt there.
  public let path: String
  public let text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Whether there is nothing but blanks in it.
  public var isEmpty: Bool { text.isBlank }

  /// The paths, in lower case, under which such files are looked for.
  public static let paths: Set<String> = contributing.union(codeOfConduct).union(license)

  static let contributing: Set<String> = ["contributing.md", ".github/contributing.md"]
  static let codeOfConduct: Set<String> = Set(
    ["code-of-conduct.md", "code_of_conduct.md"].flatMap { [$0, ".github/" + $0] })
  static let license: Set<String> = Set(
    ["license", "licence", "copying", "unlicense"].flatMap { [$0, $0 + ".md", $0 + ".txt"] })
}
