import Diagnostics

/// What the configuration makes of a rule.
enum RuleLevel: String, CaseIterable, Sendable {
  case off
  case warning
  case error

  /// The severity of the rule's findings; nil when there are to be none.
  var severity: Severity? {
    switch self {
    case .off: nil
    case .warning: .warning
    case .error: .error
    }
  }
}
