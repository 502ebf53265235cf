#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a run ended, as the status of the process; a command that has said all throws it.
enum ExitStatus: Int32, Error {
  /// Nothing was found at or above the level that fails.
  case clean = 0
  /// Findings at or above the level that fails.
  case findings = 1
  /// The run was not possible: usage, input, configuration.
  case unusable = 2
  /// The run happened and means nothing: there is no network.
  case untrustworthy = 3
  /// The user interrupted the run (128 + SIGINT).
  case interrupted = 130

  /// Ends the process at once: what libraries do at its end could get into the way of threads that still use them.
  func endProcess() -> Never {
    fflush(nil)
    _exit(rawValue)
  }
}

/// Why a command could not run: sentences that say what, where, and what to do.
struct Failure: Error {
  /// At least one; they may hold text of strangers and are escaped when shown.
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
