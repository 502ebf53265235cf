import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Turns Ctrl-C and a request to terminate into a call, so that a command can end with what it has; a second one ends the process.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  /// Begins to listen; the handler runs once, on a queue of its own.
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

  /// Stops listening: from here on a signal ends the process as it does by itself.
  func end() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}

/// A switch that is thrown once, whoever throws it.
private final class OneTimeSwitch: Sendable {
  private let isThrown = Atomic(false)

  /// Throws the switch, and says whether it was thrown before.
  func throwOver() -> Bool {
    isThrown.exchange(true, ordering: .relaxed)
  }
}
