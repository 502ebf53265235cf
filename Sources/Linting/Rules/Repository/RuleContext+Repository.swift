import Diagnostics
import Source

extension RuleContext {
  /// A finding about the list's repository; a run shows it once, however many lists are in it.
  func repositoryDiagnostic(_ message: String) -> Diagnostic {
    Diagnostic(rule: rule, severity: severity, message: message, range: listPlace, isAboutRepository: true)
  }
}
