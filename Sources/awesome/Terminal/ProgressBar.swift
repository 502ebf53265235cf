import LinkChecking
import Synchronization
import SystemPackage

/// A line on standard error that shows the progress of a run; only on a terminal.
final class ProgressBar: Sendable {
  /// The time between two drawings: terminals are slow, and people read no faster.
  private static let interval = Duration.milliseconds(200)

  private struct State {
    var progress: CheckProgress?
    var estimate = TimeEstimate()
    /// The time from the start of the run to when this had its progress, on the clock of this process.
    var start: ContinuousClock.Instant?
    var isDrawn = false
  }

  let isShown = FileDescriptor.standardError.isTerminal && Console.environment("TERM") != "dumb"
  private let isColored: Bool
  private let state = Mutex(State())

  init(_ colors: ColorChoice) {
    isColored = colors.isColored(on: .standardError)
  }

  /// Takes the progress that the next drawing shows.
  func update(_ progress: CheckProgress) {
    state.withLock { state in
      state.progress = progress
      if state.start == nil { state.start = ContinuousClock.now - progress.elapsed }
    }
  }

  /// Draws the line again and again, until the task is cancelled: a wait grows shorter although nothing happens.
  func draw() async {
    guard isShown else { return }
    while !Task.isCancelled {
      state.withLock { redraw(&$0) }
      try? await Task.sleep(for: Self.interval)
    }
  }

  /// Removes the line; nothing is drawn after that.
  func end() {
    state.withLock { state in
      if state.isDrawn { Console.writeError("\r\u{1B}[K") }
      (state.progress, state.isDrawn) = (nil, false)
    }
  }

  private func redraw(_ state: inout State) {
    guard let progress = state.progress, let start = state.start else { return }
    let now = ContinuousClock.now - start
    state.estimate.add(progress.checked, at: now)
    // A terminal that fills its last column may go to the next line, where no carriage return comes back from.
    let width = (Console.width(of: .standardError) ?? 80) - 1
    let line = ProgressLine(progress, now: now, left: state.estimate.left(of: progress))
    Console.writeError("\r" + line.text(width: width, isColored: isColored) + "\u{1B}[K")
    state.isDrawn = true
  }
}

/// The time that a run still takes, from the links of the last seconds.
struct TimeEstimate {
  /// The span that counts: what was fast a minute ago says nothing about the links that are left.
  private static let span = Duration.seconds(15)
  private static let least = Duration.seconds(3)

  private var samples: [(time: Duration, checked: Int)] = []

  mutating func add(_ checked: Int, at time: Duration) {
    samples.append((time, checked))
    // The first that is left is the last one before the span.
    let begin = samples.lastIndex { time - $0.time >= Self.span } ?? 0
    samples.removeFirst(begin)
  }

  /// The time left; nil where nobody can know: at the beginning, while hosts ask for waits, and for the last links.
  func left(of progress: CheckProgress) -> Duration? {
    guard let first = samples.first, let last = samples.last, last.time - first.time >= Self.least else { return nil }
    let (done, rest) = (last.checked - first.checked, progress.total - progress.checked)
    guard done > 0, progress.waitingHosts == 0, rest > progress.inFlight else { return nil }
    return (last.time - first.time) * rest / done
  }
}
