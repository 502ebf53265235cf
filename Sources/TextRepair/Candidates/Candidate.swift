/// A decoding candidate: the characters of a suspect taken as the bytes of one code page and decoded as UTF-8.
struct Candidate {
  let page: Int
  /// The word after one round.
  var output: [UInt32] = []
  /// The number of characters decoded so far.
  var consumed = 0
  /// From the first character that changes to the end of the last one.
  var changed: Range<Int>?
  /// The bounds in `output` of the changed characters.
  var outputStart = 0
  var outputEnd = 0
  /// The number of characters that the code page has but no sequence contains.
  var leftovers = 0
  /// The number of non-ASCII characters that stay although some code page has them.
  var kept = 0
  /// Whether it needs controls for undefined bytes of the code page.
  var hasHoles = false
  /// Whether lost bytes were guessed from the repertoire.
  var isLossy = false
  /// The number of sequences decoded.
  var units = 0
  /// Whether it needs controls that only ISO 8859-1 has, and characters that only Windows-1252 has.
  var hasControls = false
  var hasPrintables = false
  /// Whether the context suggests a common sign that lost more bytes than Windows-1252 loses.
  var suggestsBroadLoss = false
  /// The originals of the changed characters that are as good, its own included, likeliest first; empty if there is no other.
  var alternatives: [[UInt32]] = []

  init(page: Int) { self.page = page }

  /// The changed characters after one round.
  var replacement: ArraySlice<UInt32> { output[outputStart..<max(outputStart, outputEnd)] }

  /// The word after one round with the likeliest alternative.
  var likeliestOutput: [UInt32] {
    guard suggestsBroadLoss, let likeliest = alternatives.first else { return output }
    return output[..<outputStart] + likeliest + output[max(outputStart, outputEnd)...]
  }

  /// Whether it decodes everything and needs no undefined byte of the code page.
  var isWhole: Bool { kept == 0 && !hasHoles && !hasControls }

  /// Adds a character that stays.
  mutating func keep(_ value: UInt32) {
    output.append(value)
    consumed += 1
  }

  /// Adds a damaged sequence.
  mutating func replace(_ count: Int, by scalars: some Collection<UInt32>) {
    if let changed {
      self.changed = changed.lowerBound..<(consumed + count)
    } else {
      changed = consumed..<(consumed + count)
      outputStart = output.count
    }
    output += scalars
    outputEnd = output.count
    consumed += count
    units += 1
  }

  /// The encoding; for page 0 it depends on which of its halves is needed.
  var encoding: LegacyEncoding {
    page == CodePages.windows1252 && hasControls && !hasPrintables ? .latin1 : CodePages.encodings[page]
  }
}
