import ArgumentParser
import Diagnostics

/// From which severity on a finding makes a command fail.
enum FailureLevel: String, CaseIterable, ExpressibleByArgument {
  case error
  case warning
  case never

  func fails(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity == .error
    case .warning: true
    case .never: false
    }
  }
}
