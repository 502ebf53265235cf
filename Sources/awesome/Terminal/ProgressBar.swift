import Synchronization
import SystemPackage

/// A line on standard error that shows the progress of a run; only on a terminal.
final class ProgressBar: Sendable {
  private static let width = 30
  /// The least time between two drawings; terminals are slow.
  private static let interval = Duration.milliseconds(100)

  private let isShown = FileDescriptor.standardError.isTerminal && Console.environment("TERM") != "dumb"
  private let lastDrawing = Mutex<ContinuousClock.Instant?>(nil)

  /// Draws the line, unless it was just drawn.
  ///
  /// - Parameter note: evaluated only if the line is drawn.
  func show(done: Int, of total: Int, note: @autoclosure () -> String) {
    guard isShown, isDue() else { return }
    let filled = total > 0 ? min(Self.width, done * Self.width / total) : 0
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    Console.writeError("\r\(bar) \(done) of \(total), \(note())\u{1B}[K")
  }

  /// Removes the line.
  func end() {
    guard isShown, lastDrawing.withLock({ $0 != nil }) else { return }
    Console.writeError("\r\u{1B}[K")
  }

  private func isDue() -> Bool {
    lastDrawing.withLock { last in
      let now = ContinuousClock.now
      if let last, now - last < Self.interval { return false }
      last = now
      return true
    }
  }
}
