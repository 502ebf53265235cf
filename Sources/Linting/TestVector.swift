/// A list with what a rule finds in it: a test of the rule.
public struct TestVector: Sendable {
  /// The Markdown, without marks.
  public let text: String
  /// The offsets, in UTF-8 bytes, at which findings begin: empty where the rule accepts the list.
  public let findings: [Int]
  /// The text after the fixes that the rule offers; nil where it offers none.
  public fileprivate(set) var fixed: String?
  /// The place of the list, for rules about that.
  public var environment = ListEnvironment()
  /// What is set of the rule's options.
  public var options = RuleOptions()

  /// A list in which the rule finds nothing.
  public static func good(
    _ text: String, in environment: ListEnvironment = ListEnvironment(),
    with options: [RuleOption: RuleOptions.Value] = [:]
  ) -> TestVector {
    TestVector(text: text, findings: [], fixed: nil, environment: environment, options: RuleOptions(options))
  }

  /// A list with findings, each marked by `↓` before its first character.
  public static func bad(
    _ text: String, fixed: String? = nil, in environment: ListEnvironment = ListEnvironment(),
    with options: [RuleOption: RuleOptions.Value] = [:]
  ) -> TestVector {
    var plain = ""
    var findings: [Int] = []
    for scalar in text.unicodeScalars {
      if scalar == "↓" {
        findings.append(plain.utf8.count)
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return TestVector(
      text: plain, findings: findings, fixed: fixed, environment: environment, options: RuleOptions(options))
  }
}

/// A list that a rule reports, and the list as it should be: what the rule's page shows.
public struct Example: Sendable {
  public let bad: TestVector
  public let good: TestVector
  /// Whether a rule that has fixes makes the one of the other.
  private let isFixable: Bool

  /// The two lists, with `↓` before the findings in the first one; the fix of the rule, if it has one, gives the second.
  public static func pair(_ bad: String, _ good: String) -> Example {
    Example(bad: .bad(bad), good: .good(good), isFixable: true)
  }

  /// The two lists where no fix gives the second, or where the place of the list matters.
  public static func pair(_ bad: TestVector, _ good: TestVector) -> Example {
    Example(bad: bad, good: good, isFixable: false)
  }

  /// The two lists as tests of a rule.
  func vectors(hasFix: Bool) -> [TestVector] {
    var bad = bad
    if hasFix && isFixable { bad.fixed = good.text }
    return [bad, good]
  }
}
