/// What was made of a passage: the best reading over all code pages and rounds, and how well it is supported.
struct Assessment {
  /// The code page of the outermost round, and its name.
  let page: Int
  let encoding: LegacyEncoding
  /// The number of sequences read in the outermost round.
  let units: Int
  /// The characters of the passage that are read as something else.
  let changed: Range<Int>
  /// What the changed characters are after all rounds.
  var replacement: [UInt32]
  var rounds: Int
  /// Whether bytes had to be guessed from the repertoire.
  var isLossy: Bool
  /// What else the changed characters may be, when another reading is as good or a part of the word could not be read.
  var candidates: [[UInt32]]
  var isAmbiguous: Bool
  /// By how much the repaired text is more natural than the damaged one, in tenths of a point.
  var gain: Int
  /// Whether the outermost round met controls that only ISO 8859-1 has, and characters that only Windows-1252 has.
  var hasControls = false
  var hasPrintables = false
  /// Whether what stands around it speaks for a common sign that lost more bytes than Windows-1252 loses.
  var suggestsBroadLoss = false
  /// Whether it is one letter that healthy characters may give by chance, which only a file that proves the code page can refute.
  var mayBeChance = false
  /// The bytes of the changed characters; nil for an inner round.
  var range: Range<Int>?

  /// This assessment when it is only a part of what was damaged.
  func disputed() -> Assessment {
    var result = self
    result.isAmbiguous = true
    result.candidates = result.candidates.isEmpty ? [replacement] : result.candidates
    return result
  }

  /// This assessment when another one is as good.
  func disputed(by rival: Assessment) -> Assessment {
    var result = self
    result.isAmbiguous = true
    // Two readings of one word may change different parts of it; the candidates are listed for this one's part.
    let same = rival.changed == changed
    result.candidates = [replacement] + (same ? [rival.replacement] : [])
    return result
  }

  /// This assessment when what it gives is read once more, and the gain of both rounds.
  ///
  /// A further round that would change more than the first one changed is not taken: healthy neighbours are no damage.
  func followed(by next: Assessment, reading: Reading, gain: Int) -> Assessment {
    guard next.changed.lowerBound >= reading.outputStart, next.changed.upperBound <= reading.outputEnd else {
      return self
    }
    let head = Array(reading.output[reading.outputStart..<next.changed.lowerBound])
    let tail = Array(reading.output[next.changed.upperBound..<reading.outputEnd])
    var result = self
    result.replacement = head + next.replacement + tail
    result.rounds = next.rounds
    result.isLossy = isLossy || next.isLossy
    result.isAmbiguous = next.isAmbiguous
    result.candidates = next.candidates.map { head + $0 + tail }
    result.gain = gain
    return result
  }
}
