import Testing

@testable import Linting

@Suite struct MisplacementTests {
  private func misplaced(_ numbers: [Int]) -> [String] {
    numbers.misplacements.map {
      "\(numbers[$0.index]) \($0.belongsBefore ? "before" : "after") \(numbers[$0.neighbour])"
    }
  }

  @Test(arguments: [
    ([], []), ([1], []), ([1, 2, 2, 3], []), ([2, 1], ["1 before 2"]), ([9, 1, 2, 3], ["9 after 3"]),
    ([1, 2, 3, 0], ["0 before 1"]), ([1, 7, 2, 3, 4], ["7 after 4"]), ([1, 5, 6, 2, 7], ["2 before 5"]),
    ([3, 2, 1], ["2 before 3", "1 before 3"]), ([2, 2, 1, 1], ["1 before 2", "1 before 2"]),
  ])
  func theFewestElementsAreMisplaced(_ numbers: [Int], expected: [String]) {
    #expect(misplaced(numbers) == expected)
  }

  @Test func theRestIsInOrderAndNoFewerWouldDo() {
    var state: UInt64 = 7
    for _ in 0..<300 {
      let numbers = (0..<7).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % 8
      }
      let found = Set(numbers.misplacements.map(\.index))
      let rest = numbers.indices.filter { !found.contains($0) }.map { numbers[$0] }
      #expect(rest == rest.sorted())
      // Every choice of elements, by the bits of a number.
      let longest = (0..<128).map { bits in numbers.indices.filter { bits >> $0 & 1 == 1 }.map { numbers[$0] } }
        .filter { $0 == $0.sorted() }.map(\.count).max()
      #expect(rest.count == longest)
    }
  }
}
