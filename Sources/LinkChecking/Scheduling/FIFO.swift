/// A queue in an array: appending and taking are constant on average.
struct FIFO<Element> {
  private var elements: [Element] = []
  private var head = 0

  var isEmpty: Bool { head == elements.count }
  var count: Int { elements.count - head }

  mutating func append(_ element: Element) {
    elements.append(element)
  }

  /// Puts an element before all others; constant where something was taken before.
  mutating func prepend(_ element: Element) {
    guard head > 0 else {
      elements.insert(element, at: 0)
      return
    }
    head -= 1
    elements[head] = element
  }

  mutating func popFirst() -> Element? {
    guard head < elements.count else { return nil }
    let element = elements[head]
    head += 1
    if head == elements.count {
      elements.removeAll(keepingCapacity: head < 64)
      head = 0
    } else if head > 1024, head * 2 > elements.count {
      elements.removeFirst(head)
      head = 0
    }
    return element
  }

  /// Takes everything, in order.
  mutating func removeAll() -> [Element] {
    let rest = Array(elements[head...])
    elements = []
    head = 0
    return rest
  }
}
