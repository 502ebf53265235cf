import Diagnostics
import Source
import SystemPackage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output, which carries results, and standard error, which carries everything said about a run.
enum Console {
  /// Makes the standard streams safe to use, before anything else is done.
  ///
  /// A write to a closed pipe fails instead of ending the process, so that a file being written is not left half done. A stream that was
  /// closed gets a file that refuses writing; else the next file opened would take its number, and reports would be written into it.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }

  /// Writes to standard output.
  static func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// Writes bytes to standard output as they are.
  ///
  /// A reader that has seen enough and gone is no error. Any other failure, such as a full disk, ends the process: a result that is cut
  /// must not look whole.
  static func write(_ bytes: [UInt8]) {
    do {
      try FileDescriptor.standardOutput.write(bytes)
    } catch Errno.brokenPipe {
    } catch {
      note(FileError(writing: "standard output", error).description)
      ExitStatus.unusable.endProcess()
    }
  }

  /// Writes to standard error.
  static func writeError(_ text: String) {
    try? FileDescriptor.standardError.write(Array(text.utf8))
  }

  /// Says a sentence on standard error, on one line, inert and without passwords.
  static func note(_ message: String) {
    writeError("awesome: \(Credentials.hidden(in: message).inert)\n")
  }

  /// The text with every line made inert, for output that is read on a terminal.
  static func inertLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).inert }.joined(separator: "\n")
  }

  /// The value of an environment variable; nil when it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
