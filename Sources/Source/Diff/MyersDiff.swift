/// The shortest edit script between two short sequences (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
struct MyersDiff {
  private(set) var matches: [LineMatch] = []

  /// Aligns two slices; the matches have the slices' indices, last match first.
  init(old: ArraySlice<Int>, new: ArraySlice<Int>) {
    var x = old.count
    var y = new.count
    for (distance, furthest) in Self.search(old, new).enumerated().reversed() {
      var start = (x: 0, y: 0)
      var previous = start
      if distance > 0 {
        let diagonal = x - y
        let down = Self.goesDown(diagonal, distance, furthest, distance)
        let previousDiagonal = down ? diagonal + 1 : diagonal - 1
        previous.x = furthest[distance + previousDiagonal]
        previous.y = previous.x - previousDiagonal
        start = down ? (previous.x, previous.y + 1) : (previous.x + 1, previous.y)
      }
      while x > start.x, y > start.y {
        x -= 1
        y -= 1
        matches.append(LineMatch(old: old.startIndex + x, new: new.startIndex + y))
      }
      (x, y) = previous
    }
  }

  /// Whether the best path to a diagonal comes by an insertion, from the diagonal above it.
  private static func goesDown(_ diagonal: Int, _ distance: Int, _ furthest: [Int], _ center: Int) -> Bool {
    diagonal == -distance
      || (diagonal != distance && furthest[center + diagonal - 1] < furthest[center + diagonal + 1])
  }

  /// For each distance, the furthest old index on diagonals `-distance…distance` before that distance was searched.
  private static func search(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [[Int]] {
    let limit = old.count + new.count
    let center = limit + 1
    var furthest = [Int](repeating: 0, count: 2 * limit + 3)
    var trace: [[Int]] = []
    for distance in 0...limit {
      trace.append(Array(furthest[(center - distance)...(center + distance)]))
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        let down = goesDown(diagonal, distance, furthest, center)
        var x = down ? furthest[center + diagonal + 1] : furthest[center + diagonal - 1] + 1
        var y = x - diagonal
        while x < old.count, y < new.count, old[old.startIndex + x] == new[new.startIndex + y] {
          x += 1
          y += 1
        }
        furthest[center + diagonal] = x
        if x >= old.count, y >= new.count { return trace }
      }
    }
    return trace
  }
}
