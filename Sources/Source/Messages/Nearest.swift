/// The candidate that a misspelt word most likely means; nil when none is near.
///
/// Near is a distance of at most a third of the word's length, and at least 2; of equally near candidates the first wins.
public func nearest(to word: String, among candidates: [String]) -> String? {
  let limit = max(2, word.count / 3)
  // Words much longer than any key are near to nothing, and their distance costs time.
  guard word.utf8.count <= 64 else { return nil }
  let letters = Array(word.lowercased())
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let others = Array(candidate.lowercased())
    // Each letter that one of them has more is a step at least.
    guard abs(letters.count - others.count) <= limit else { continue }
    let distance = editDistance(letters, others)
    if distance <= limit, distance < candidate.count, distance < best?.distance ?? .max {
      best = (distance, candidate)
    }
  }
  return best?.candidate
}

/// The number of characters to insert, delete or replace to make one word of the other (Levenshtein distance).
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var previous = Array(0...right.count)
  for (row, character) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      let replaced = previous[column] + (character == other ? 0 : 1)
      current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}
