import ArgumentParser

/// What is done about findings that can be fixed.
struct FixOptions: ParsableArguments {
  @Flag(help: "Fix what can be fixed without changing what the list says.")
  var fix = false

  @Flag(name: .customLong("unsafe-fixes"), help: "Also apply fixes that may change what the list says.")
  var unsafeFixes = false

  @Flag(help: "Show what fixing would change instead of changing it; the exit status is that of the file as it stands.")
  var diff = false

  /// Whether files are to be changed.
  var writes: Bool { (fix || unsafeFixes) && !diff }
  /// Whether fixes are to be computed.
  var isWanted: Bool { fix || unsafeFixes || diff }
}
