import ArgumentParser
import Diagnostics
import SystemPackage

/// The colours of reports and diffs.
struct ColorOptions: ParsableArguments {
  @Option(name: .customLong("color"), help: ArgumentHelp("When to use colours.", valueName: "when"))
  var choice: ColorChoice = .auto

  /// How text for people looks on a standard stream.
  func style(on stream: FileDescriptor = .standardOutput) -> ReportStyle {
    ReportStyle(
      colors: choice.isColored(on: stream), width: Console.width(of: stream) ?? ReportStyle.defaultWidth,
      wraps: stream.isTerminal)
  }
}

/// When text for people has colours.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto
  case always
  case never

  /// Whether a standard stream gets colours.
  ///
  /// The option decides, then `NO_COLOR` (https://no-color.org), then `FORCE_COLOR`, then whether it is a terminal.
  func isColored(on stream: FileDescriptor) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if Console.environment("NO_COLOR") != nil { return false }
      if let force = Console.environment("FORCE_COLOR") { return force != "0" }
      return stream.isTerminal && Console.environment("TERM") != "dumb"
    }
  }
}
