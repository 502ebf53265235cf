/// One way to read a passage's characters as the bytes of a code page.
struct Reading {
  let page: Int
  /// The word after one round.
  var output: [UInt32] = []
  /// How many characters of the passage were read.
  var consumed = 0
  /// The first character that is read as something else, and the end of the last one.
  var changed: Range<Int>?
  /// What `changed` is read as, in `output`.
  var outputStart = 0
  var outputEnd = 0
  /// How many characters belong to the code page and yet to no sequence.
  var leftovers = 0
  /// How many characters beyond ASCII stay although some code page has them.
  var kept = 0
  /// Whether controls are read that stand for the undefined bytes of a code page.
  var hasHoles = false
  /// Whether bytes had to be guessed from the repertoire.
  var isLossy = false
  /// The number of sequences read.
  var units = 0
  /// Whether controls are read that only ISO 8859-1 has, and characters that only Windows-1252 has.
  var hasControls = false
  var hasPrintables = false
  /// Whether what stands around it speaks for a common sign that lost more bytes than Windows-1252 loses.
  var suggestsBroadLoss = false
  /// This reading of the changed characters and all that are as good, likeliest first; empty when there is no other.
  var candidates: [[UInt32]] = []

  init(page: Int) { self.page = page }

  /// What the changed characters are read as.
  var replacement: ArraySlice<UInt32> { output[outputStart..<max(outputStart, outputEnd)] }

  /// The word after one round with the likeliest candidate, which need not be the reading's own.
  var likeliestOutput: [UInt32] {
    guard suggestsBroadLoss, let likeliest = candidates.first else { return output }
    return output[..<outputStart] + likeliest + output[max(outputStart, outputEnd)...]
  }

  /// Whether the reading takes everything, and nothing in it is peculiar to a code page's gaps.
  var isWhole: Bool { kept == 0 && !hasHoles && !hasControls }

  /// Adds characters that stay as they are.
  mutating func keep(_ value: UInt32) {
    output.append(value)
    consumed += 1
  }

  /// Adds characters that are a damaged sequence.
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

  /// The encoding's name, which for page 0 depends on which of its two halves was needed.
  var encoding: LegacyEncoding {
    page == CodePages.windows1252 && hasControls && !hasPrintables ? .latin1 : CodePages.encodings[page]
  }
}
