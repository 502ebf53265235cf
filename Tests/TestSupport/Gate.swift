import Foundation

/// Where threads wait until a test lets them pass.
public final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private let count = Locked(0)

  public init() {}

  /// The number of threads that came so far.
  public var arrivals: Int { count.withLock { $0 } }

  /// Lets 300 threads pass, whether they came already or not.
  public func open() { for _ in 0..<300 { semaphore.signal() } }

  /// Counts one more that came, without a wait.
  public func arrive() { count.withLock { $0 += 1 } }

  /// Waits until the gate opens.
  public func pass() {
    arrive()
    semaphore.wait()
  }
}
