import Foundation

/// Where threads wait until a test lets them pass.
public final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private let lock = NSLock()
  /// `nonisolated(unsafe)`: used only under the lock.
  private nonisolated(unsafe) var count = 0

  public init() {}

  /// The number of threads that came so far.
  public var arrivals: Int { lock.withLock { count } }

  /// Lets 300 threads pass, whether they came already or not.
  public func open() { for _ in 0..<300 { semaphore.signal() } }

  /// Counts one more that came, without a wait.
  public func arrive() { lock.withLock { count += 1 } }

  /// Waits until the gate opens.
  public func pass() {
    arrive()
    semaphore.wait()
  }
}
