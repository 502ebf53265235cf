import Dispatch
import Synchronization

extension [@Sendable () -> Void] {
  /// Runs all closures in parallel, on all cores.
  package func runAtOnce() {
    DispatchQueue.concurrentPerform(iterations: count) { self[$0]() }
  }
}

extension Array where Element: Sendable {
  /// The results for all elements, in order, computed in parallel on all cores.
  package func parallelMap<Output: Sendable>(_ transform: @Sendable (Element) -> Output) -> [Output] {
    let results = Mutex([Output?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { position in
      let result = transform(self[position])
      results.withLock { $0[position] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
