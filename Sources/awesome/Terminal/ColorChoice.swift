import ArgumentParser
import SystemPackage

/// When a report has colours.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto
  case always
  case never

  /// Whether standard output gets colours.
  ///
  /// By itself a terminal does and a file does not; `NO_COLOR` (https://no-color.org) forbids and `FORCE_COLOR` demands them, the former
  /// being the stronger; the option is stronger than both.
  var isColored: Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if Console.environment("NO_COLOR") != nil { return false }
      if let force = Console.environment("FORCE_COLOR") { return force != "0" }
      return FileDescriptor.standardOutput.isTerminal && Console.environment("TERM") != "dumb"
    }
  }
}
