import Synchronization

/// The C library's global tables: every parse in the process reads them, and one with strikethrough also changes them.
package enum CMarkLock {
  private static let changes = Mutex(())

  /// Calls a function that has the library parse a text with strikethrough, while no other such parse goes on.
  ///
  /// Whoever parses with the library itself, as tests do to compare, has to do it in here; see `CMarkDocument.prepareForThreads`.
  package static func withLock<Result: Sendable>(_ body: () -> Result) -> Result {
    CMarkDocument.prepareForThreads
    return changes.withLock { _ in body() }
  }
}
