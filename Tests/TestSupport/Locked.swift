import Foundation

/// A value behind a lock. Not the standard library's `Mutex`, which the thread sanitizer does not see on Linux.
///
/// `@unchecked Sendable`: the value is used only under the lock.
final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: Value) {
    self.value = value
  }

  func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try lock.withLock { try body(&value) }
  }
}
