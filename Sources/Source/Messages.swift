/// A count with its noun: "1 link", "2 links"; the plural adds an s unless it is given.
public func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? singular : plural ?? singular + "s")"
}

/// The candidate nearest to a misspelt word; nil if none is near.
///
/// Near is an edit distance of at most a third of the word's length, or 2 for short words. Of equally near candidates the first wins.
public func nearest(to word: String, among candidates: [String]) -> String? {
  let limit = max(2, word.count / 3)
  // A word much longer than any key is near none, and its distance takes time.
  guard word.utf8.count <= 64 else { return nil }
  let letters = Array(word.lowercased())
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let others = Array(candidate.lowercased())
    // The difference in length is a lower bound of the distance.
    guard abs(letters.count - others.count) <= limit else { continue }
    let distance = editDistance(letters, others)
    if distance <= limit, distance < candidate.count, distance < best?.distance ?? .max {
      best = (distance, candidate)
    }
  }
  return best?.candidate
}

/// The Levenshtein distance of two words.
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

extension String {
  /// The text as a word of a POSIX shell, for a command line that people copy.
  public var shellQuoted: String {
    let isPlain = utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 >= 0x80 || "_./:=,@%+-".utf8.contains($0) }
    if isPlain, !isEmpty { return self }
    var quoted = "'"
    // By scalars: with an accent after it, a quote is another character here, but not for the shell.
    for scalar in unicodeScalars {
      if scalar == "'" { quoted += "'\\''" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }
}
