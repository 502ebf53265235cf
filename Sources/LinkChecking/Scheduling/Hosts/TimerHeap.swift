internal import HeapModule

/// Events in the order of their times; those of the same time in the order in which they came.
struct TimerHeap<Event> {
  private struct Entry: Comparable {
    let time: Duration
    let order: Int
    let event: Event

    static func < (left: Entry, right: Entry) -> Bool { (left.time, left.order) < (right.time, right.order) }
    static func == (left: Entry, right: Entry) -> Bool { left.order == right.order }
  }

  private var entries = Heap<Entry>()
  private var order = 0

  /// The time of the first event.
  var first: Duration? { entries.min?.time }

  mutating func insert(_ event: Event, at time: Duration) {
    entries.insert(Entry(time: time, order: order, event: event))
    order += 1
  }

  /// Takes the first event, if its time has come.
  mutating func pop(now: Duration) -> Event? {
    guard let first, first <= now else { return nil }
    return entries.popMin()?.event
  }
}
