import Synchronization

/// A switch that is thrown once, whoever throws it.
final class OneTimeSwitch: Sendable {
  private let isThrown = Atomic(false)

  /// Throws the switch, and says whether it was thrown before.
  func throwOver() -> Bool {
    isThrown.exchange(true, ordering: .relaxed)
  }
}
