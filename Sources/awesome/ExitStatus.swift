#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import Synchronization

/// The exit status of the process; a command that has printed everything throws it.
enum ExitStatus: Int32, Error {
  /// Nothing was found at or above the level that fails.
  case clean = 0
  /// Findings at or above the level that fails.
  case findings = 1
  /// The command could not run (usage, configuration), or could not read a file; the other files are done.
  case unusable = 2
  /// The command ran and its result means nothing: there is no network.
  case untrustworthy = 3
  /// The user interrupted the run (128 + SIGINT).
  case interrupted = 130

  /// Ends the process at once; exit handlers of libraries could disturb threads that still use them.
  func endProcess() -> Never {
    fflush(nil)
    _exit(rawValue)
  }
}

/// Keeps a value until the process ends: the system frees memory and closes connections faster than their owners do.
func keepUntilExit(_ value: some Sendable) {
  kept.withLock { $0.append(value) }
}

private let kept = Mutex<[any Sendable]>([])

/// Why a command could not run: each message names what is wrong, where, and what to do.
struct Failure: Error {
  /// At least one; untrusted text in them is escaped when printed.
  let messages: [String]
  let status: ExitStatus

  init(_ messages: [String], status: ExitStatus = .unusable) {
    self.messages = messages
    self.status = status
  }

  init(_ message: String, status: ExitStatus = .unusable) {
    self.init([message], status: status)
  }
}
