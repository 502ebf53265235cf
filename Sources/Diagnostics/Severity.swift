/// How much a finding weighs.
public enum Severity: String, CaseIterable, Hashable, Sendable {
  case warning
  case error
}

extension Severity: Comparable {
  /// A warning is less than an error.
  public static func < (left: Severity, right: Severity) -> Bool {
    left == .warning && right == .error
  }
}
