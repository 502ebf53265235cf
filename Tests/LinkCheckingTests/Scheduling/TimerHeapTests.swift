import Testing

@testable import LinkChecking

@Suite struct TimerHeapTests {
  @Test func eventsComeInTheOrderOfTheirTimesAndThenOfTheirInsertion() {
    var timers = TimerHeap<String>()
    #expect(timers.first == nil && timers.pop(now: .seconds(9)) == nil)
    for (event, second) in [("c", 3), ("a1", 1), ("b", 2), ("a2", 1), ("a3", 1)] {
      timers.insert(event, at: .seconds(second))
    }
    #expect(timers.first == .seconds(1))
    #expect(timers.pop(now: .milliseconds(999)) == nil)
    #expect((0..<4).map { _ in timers.pop(now: .seconds(2)) } == ["a1", "a2", "a3", "b"])
    #expect(timers.pop(now: .seconds(2)) == nil)
    #expect(timers.pop(now: .seconds(3)) == "c")
  }
}
