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
