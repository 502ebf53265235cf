/// A list that shows what a rule reports or accepts.
public struct Example: Sendable {
  /// The Markdown, without marks.
  public let text: String
  /// The offsets, in UTF-8 bytes, at which findings begin: empty for a good example.
  public let findings: [Int]
  /// The text after the fixes that the rule offers; nil where it offers none.
  public let fixed: String?
  /// Where the list stands, for rules about that.
  public var environment = ListEnvironment()

  /// A list in which the rule finds nothing.
  public static func good(_ text: String, in environment: ListEnvironment = ListEnvironment()) -> Example {
    Example(text: text, findings: [], fixed: nil, environment: environment)
  }

  /// A list with findings, each marked by `↓` before its first character.
  public static func bad(
    _ text: String, fixed: String? = nil, in environment: ListEnvironment = ListEnvironment()
  ) -> Example {
    var plain = ""
    var findings: [Int] = []
    for scalar in text.unicodeScalars {
      if scalar == "↓" {
        findings.append(plain.utf8.count)
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return Example(text: plain, findings: findings, fixed: fixed, environment: environment)
  }
}
