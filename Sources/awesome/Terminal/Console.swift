import Diagnostics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output, which carries results, and standard error, which carries everything said about a run.
enum Console {
  /// Lets a write to a closed pipe fail instead of ending the process, so that a file being written is not left half done.
  static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes to standard output; what no one reads is dropped.
  static func write(_ text: String) {
    _ = FileDescriptor.standardOutput.writeAll(Array(text.utf8))
  }

  /// Writes bytes to standard output as they are; what no one reads is dropped.
  static func write(_ bytes: [UInt8]) {
    _ = FileDescriptor.standardOutput.writeAll(bytes)
  }

  /// Writes to standard error.
  static func writeError(_ text: String) {
    _ = FileDescriptor.standardError.writeAll(Array(text.utf8))
  }

  /// Says a sentence on standard error, on one line and inert.
  static func note(_ message: String) {
    writeError("awesome: \(message.inert)\n")
  }

  /// The text with every line made inert, for output that is read on a terminal.
  static func inertLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).inert }.joined(separator: "\n")
  }

  /// The value of an environment variable; nil when it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
