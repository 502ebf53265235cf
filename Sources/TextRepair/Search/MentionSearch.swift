import Source

/// Finds lines about mojibake: the repaired form of each damaged word is close by.
struct MentionSearch {
  /// A damaged word and its original.
  struct Place {
    let word: SourceRange
    let range: SourceRange
    /// Its original; nil if it may be healthy.
    let candidate: ScoredCandidate?

    init(word: DamagedWord, candidate: ScoredCandidate?) {
      self.word = word.range
      self.candidate = candidate
      range = candidate.map { word.range(of: $0) } ?? word.range
    }
  }

  private let bytes: [UInt8]
  /// A bit for each pair of adjacent non-ASCII bytes in the file; built on first use.
  ///
  /// A file that is damaged throughout hardly has the pairs of a repaired form, so most searches end here.
  private var pairs: [UInt64] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The indices of those of some places, in order, that are mentions.
  ///
  /// One common word that is also on the next line proves nothing if the line has more damage. So a line is a mention only if each damaged
  /// word is repeated, or is marked as an example.
  mutating func mentions<Places: RandomAccessCollection>(among places: Places) -> [Int]
  where Places.Element == Place, Places.Index == Int {
    var result: [Int] = []
    var start = places.startIndex
    // Hardly any word is repeated, so the lines of the others are not looked for.
    while let index = places[start...].firstIndex(where: { mayBeRepeated($0.candidate) }) {
      var (first, end) = (index, index + 1)
      while first > start, isOneLine(places[first - 1], places[first]) { first -= 1 }
      while end < places.count, isOneLine(places[end - 1], places[end]) { end += 1 }
      let isMention = mentions(onLine: places[first..<end].filter { $0.candidate != nil })
      result += zip(places[first..<end].indices.filter { places[$0].candidate != nil }, isMention).filter(\.1).map(\.0)
      start = end
    }
    return result
  }

  private func isOneLine(_ left: Place, _ right: Place) -> Bool {
    lineEnd(in: left.range.upperBound..<max(left.range.upperBound, right.range.lowerBound)) == nil
  }

  private mutating func mentions(onLine places: [Place]) -> [Bool] {
    let window = places.first.map { lines(around: $0.word) } ?? SourceRange(0, 0)
    let repeated = places.map { isRepeated($0, in: window) }
    guard repeated.contains(true) else { return repeated }
    let marked = places.map { isMarked($0.range) }
    let isAbout = zip(repeated, marked).allSatisfy { $0 || $1 }
    return zip(repeated, marked).map { isAbout || $0 && $1 }
  }

  /// Whether the original is on the same line, or on an adjacent one of a text that shows examples.
  private mutating func isRepeated(_ place: Place, in window: SourceRange) -> Bool {
    guard let candidate = place.candidate, mayBeRepeated(candidate) else { return false }
    let form = Array(
      bytes[place.word.lowerBound..<place.range.lowerBound] + Array(candidate.text.utf8)
        + bytes[place.range.upperBound..<place.word.upperBound])
    let line = self.line(of: place.word, in: window)
    if contains(form, from: line.lowerBound, to: place.word.lowerBound)
      || contains(form, from: place.word.upperBound, to: line.upperBound)
    {
      return true
    }
    guard
      contains(form, from: window.lowerBound, to: line.lowerBound)
        || contains(form, from: line.upperBound, to: window.upperBound)
    else { return false }
    return isMarked(place.range) || isLabelled(place.word, on: line) || showsExamples(window)
  }

  /// The line of a word.
  private func line(of word: SourceRange, in window: SourceRange) -> SourceRange {
    let start = bytes[window.lowerBound..<word.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? window.lowerBound
    return SourceRange(start, lineEnd(in: word.upperBound..<window.upperBound) ?? window.upperBound)
  }

  /// Whether a word is at the end of its line after a label such as “Before:”.
  private func isLabelled(_ word: SourceRange, on line: SourceRange) -> Bool {
    let markup = " \t\r*_|`\"'.".utf8
    guard bytes[word.upperBound..<line.upperBound].allSatisfy({ markup.contains($0) }) else { return false }
    return bytes[line.lowerBound..<word.lowerBound].last { !markup.contains($0) } == UInt8(ascii: ":")
  }

  /// Whether some lines have a word that texts about mojibake have.
  private func showsExamples(_ window: SourceRange) -> Bool {
    let text = bytes[window.range].map { $0 | 0x20 }
    return Self.cues.contains { cue in
      var index = 0
      while let found = text.firstIndex(ofEither: cue[0], or: cue[0], in: index..<text.count) {
        if text[found...].starts(with: cue) { return true }
        index = found + 1
      }
      return false
    }
  }

  private static let cues = ["mojibake", "encod", "garble", "should", "instead", "become", "unicode", "utf-8"].map {
    Array($0.utf8)
  }

  /// Whether a range is in a word that is in quotation marks or code, or beside an arrow.
  private func isMarked(_ range: SourceRange) -> Bool {
    let before = String(decoding: bytes[..<range.lowerBound].suffix(Self.wordReach), as: UTF8.self).unicodeScalars
    let after = String(decoding: bytes[range.upperBound...].prefix(Self.wordReach), as: UTF8.self).unicodeScalars
    return isMarked(by: before.reversed()) || isMarked(by: Array(after))
  }

  /// Whether the text on one side of a place, in the order away from it, first finishes the word and then has a mark.
  private func isMarked(by side: [Unicode.Scalar]) -> Bool {
    let rest = side.drop { CharacterTraits.of($0.value).kind.isLetter }
    // An apostrophe in a word is no quotation mark.
    if let mark = rest.first, Self.quotes.contains(mark) {
      return !(rest.dropFirst().first.map { CharacterTraits.of($0.value).kind.isLetter } ?? false)
    }
    let next = rest.drop { $0 == " " }.prefix(2)
    if let arrow = next.first, Self.arrows.contains(arrow) { return true }
    return next.count == 2 && next.allSatisfy { "-=<>".unicodeScalars.contains($0) } && Set(next).count == 2
  }

  private static let quotes = Set("\"'`“”„‘’‚«»‹›".unicodeScalars)
  private static let arrows = Set("→←⇒⇐↦⟶⟵".unicodeScalars)
  private static let wordReach = 128

  /// The furthest that an adjacent line is searched, in bytes.
  private static let reach = 8192

  /// The line of a range and the adjacent lines, as far as they are in reach.
  private func lines(around range: SourceRange) -> SourceRange {
    let least = max(0, range.lowerBound - Self.reach)
    let most = min(bytes.count, range.upperBound + Self.reach)
    let start = unsafe bytes.withUnsafeBufferPointer { buffer in
      var start = range.lowerBound
      var breaks = 0
      while start > least {
        if unsafe buffer[start - 1] == 0x0A {
          breaks += 1
          if breaks == 2 { break }
        }
        start -= 1
      }
      return start
    }
    guard let end = lineEnd(in: range.upperBound..<most) else { return SourceRange(start, most) }
    return SourceRange(start, lineEnd(in: (end + 1)..<most) ?? most)
  }

  private func lineEnd(in range: Range<Int>) -> Int? { bytes.firstIndex(ofEither: 0x0A, or: 0x0A, in: range) }

  private func contains(_ form: [UInt8], from start: Int, to end: Int) -> Bool {
    // Non-ASCII bytes are rarer than letters.
    let key = form.firstIndex { $0 >= 0x80 } ?? 0
    guard form.indices.contains(key), end - start >= form.count else { return false }
    let last = end - form.count + key
    var position = start + key
    while let found = bytes.firstIndex(ofEither: form[key], or: form[key], in: position..<(last + 1)) {
      let first = found - key
      // Inside a longer word it is not the form.
      if bytes[first..<(first + form.count)].elementsEqual(form), !isWord(first - 1), !isWord(first + form.count) {
        return true
      }
      position = found + 1
    }
    return false
  }

  private func isWord(_ index: Int) -> Bool {
    bytes.indices.contains(index) && (bytes[index] >= 0x80 || !Suspect.isBreak(UInt32(bytes[index])))
  }

  /// Whether the file has the parts of a candidate's original somewhere.
  mutating func mayBeRepeated(_ candidate: ScoredCandidate?) -> Bool {
    guard let candidate else { return false }
    if let known = candidate.mayBeRepeated { return known }
    let answer = mayContain(Array(candidate.text.utf8))
    candidate.mayBeRepeated = answer
    return answer
  }

  private mutating func mayContain(_ form: [UInt8]) -> Bool {
    if pairs.isEmpty { collectPairs() }
    for index in form.indices.dropLast() where form[index] >= 0x80 && form[index + 1] >= 0x80 {
      let key = Int(form[index] & 0x7F) << 7 | Int(form[index + 1] & 0x7F)
      if pairs[key >> 6] & 1 << UInt64(key & 63) == 0 { return false }
    }
    return true
  }

  private mutating func collectPairs() {
    pairs = [UInt64](repeating: 0, count: 256)
    var last: UInt8 = 0
    for byte in bytes {
      if last & byte >= 0x80 {
        let key = Int(last & 0x7F) << 7 | Int(byte & 0x7F)
        pairs[key >> 6] |= 1 << UInt64(key & 63)
      }
      last = byte
    }
  }
}
