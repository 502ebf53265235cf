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
