import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Turns the first Ctrl-C or SIGTERM into a call, so that a command can end with its results so far; a second one ends the process.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  /// Begins to listen; the handler runs once, on a separate queue.
  init(_ handler: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "interruption")
    let isInterrupted = OneTimeSwitch()
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        if isInterrupted.throwOver() { _exit(ExitStatus.interrupted.rawValue) }
        handler()
      }
      source.resume()
      return source
    }
  }

  /// Stops listening: from here on a signal ends the process as usual.
  func end() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}

/// A switch that any thread can throw, and that is thrown once.
private final class OneTimeSwitch: Sendable {
  private let isThrown = Atomic(false)

  /// Throws the switch; returns whether it was thrown before.
  func throwOver() -> Bool {
    isThrown.exchange(true, ordering: .relaxed)
  }
}
