import Diagnostics
import Source
import Synchronization
import SystemPackage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output, for results, and standard error, for notes about the run.
enum Console {
  /// Makes the standard streams safe to use, before anything else is done.
  ///
  /// A write to a closed pipe fails instead of ending the process in the middle of other work. A closed stream gets a file that
  /// refuses writes; else the next file opened would take its number, and get the reports.
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
  /// A reader that is gone is not an error. Any other failure, such as a full disk, ends the process: a cut result must not look whole.
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
    writeError(Array(text.utf8))
  }

  /// Writes bytes to standard error as they are.
  static func writeError(_ bytes: [UInt8]) {
    try? FileDescriptor.standardError.write(bytes)
  }

  /// Prints a sentence to standard error with control characters escaped and passwords hidden: on one line, except on a terminal, where it
  /// is wrapped.
  static func note(_ message: String) {
    let line = Array("awesome: \(Credentials.hidden(in: message).inert)\n".utf8)
    let width = FileDescriptor.standardError.isTerminal ? width(of: .standardError) : nil
    writeError(width.map { LineWrapper(width: $0).wrapped(line) } ?? line)
  }

  /// Prints a sentence to standard error, unless this run has already printed it.
  static func noteOnce(_ message: String) {
    if noted.withLock({ $0.insert(message).inserted }) { note(message) }
  }

  private static let noted = Mutex<Set<String>>([])

  /// The text with control characters escaped but for newlines, for a terminal.
  static func inertLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).inert }.joined(separator: "\n")
  }

  /// The columns of lines for people: those that `COLUMNS` names, else those of the terminal; nil where there is no terminal.
  static func width(of stream: FileDescriptor) -> Int? {
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    guard stream.isTerminal, unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// The value of an environment variable; nil when it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
