/// Events in the order of their times; those of the same time in the order in which they came.
struct TimerHeap<Event> {
  private struct Entry {
    let time: Duration
    let order: Int
    let event: Event

    func precedes(_ other: Entry) -> Bool {
      time == other.time ? order < other.order : time < other.time
    }
  }

  private var entries: [Entry] = []
  private var order = 0

  /// The time of the first event.
  var first: Duration? { entries.first?.time }

  mutating func insert(_ event: Event, at time: Duration) {
    entries.append(Entry(time: time, order: order, event: event))
    order += 1
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].precedes(entries[parent]) else { break }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the first event, if its time has come.
  mutating func pop(now: Duration) -> Event? {
    guard let first = entries.first, first.time <= now else { return nil }
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < entries.count && entries[child].precedes(entries[least]) {
        least = child
      }
      guard least != parent else { break }
      entries.swapAt(parent, least)
      parent = least
    }
    return first.event
  }
}
