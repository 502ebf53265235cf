/// The evidence in a file for which bytes were lost.
enum LossEvidence: Hashable {
  case none
  /// Only the undefined bytes of Windows-1252: its other characters survived.
  case narrow
  /// More bytes than these.
  case broad
  /// Only these in one part of the file, and more in another.
  case mixed

  /// The evidence of the damage that the pages of a file prove.
  init(of words: [WordCandidates], on pages: FilePages, in bytes: [UInt8]) {
    guard words.contains(where: { $0.list.contains(where: \.isLossy) }) else {
      self = .none
      return
    }
    let candidates = words.compactMap { pages.choice(of: $0.list) }.filter(FilePages.isStrong)
    guard candidates.contains(where: \.isLossy) else {
      self = .none
      return
    }
    let showsBroadLoss =
      candidates.contains(where: \.candidate.suggestsBroadLoss) || LossTraces(bytes: bytes).showBroadLoss
    let certain = candidates.lazy.filter { !$0.isAmbiguous }
    // Windows-1252 characters where ISO 8859-1 has controls, and no such control.
    let proof = certain.filter { $0.candidate.hasPrintables }.map(\.gain).reduce(0, +)
    let provesWindows1252 = proof >= FilePages.proof && !candidates.contains(where: \.candidate.hasControls)
    self =
      switch (provesWindows1252, showsBroadLoss) {
      case (true, true): .mixed
      case (true, false): .narrow
      case (false, true): .broad
      case (false, false): .none
      }
  }

  /// The number of surviving characters with which the evidence of the file decides.
  ///
  /// A list has many authors. With fewer characters, a common sign that one of them pasted with other damage is likelier than a rare
  /// emoji.
  private static let enoughSurvivors = 4

  /// Whether characters may have lost more than the undefined bytes of Windows-1252, by what fits then and by the context.
  func leavesOpen(_ values: ArraySlice<UInt32>, competitors: [[UInt32]], in neighbours: Neighbours) -> Bool {
    let survivors = values.count { $0 >= 0x80 && $0 != 0xFFFD }
    let isProven = self == .narrow || self == .mixed
    if isProven, survivors >= Self.enoughSurvivors { return false }
    if self == .broad || self == .mixed && survivors <= 1 || neighbours.isGlued { return true }
    let signs = competitors.lazy.filter { $0.count == 1 }.compactMap(\.first)
    if isProven, survivors > 1 { return signs.contains(where: neighbours.stronglyAdmits) }
    return signs.contains(where: neighbours.admits)
  }
}

/// Counts the lost and surviving bytes in all damaged sequences of a file.
///
/// Windows-1252 has characters for most of the bytes 80 to 9F, and hardly any longer text lacks all of them.
struct LossTraces {
  /// The number of bytes replaced by a question mark or U+FFFD, and of bytes 80 to 9F that survived as Windows-1252 characters.
  private var lost = 0
  private var images = 0
  /// Whether an emoji lost its second byte, which is Ÿ in Windows-1252.
  private var hasLostLead = false
  /// Whether a sequence in a word lost all bytes but the first: a sign, because words contain no emoji.
  private var hasLostSign = false

  private static let enough = 4

  init(bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var offset = unsafe firstNonASCII(in: buffer, from: 0)
      while offset < buffer.count {
        let (value, length) = unsafe scalar(in: buffer, at: offset)
        if (0xC2...0xF4).contains(value), length == 2 { unsafe add(value, at: offset, in: buffer) }
        offset = unsafe firstNonASCII(in: buffer, from: offset + max(length, 1))
      }
    }
  }

  /// Whether more than the undefined bytes of Windows-1252 are lost.
  var showBroadLoss: Bool { hasLostLead || hasLostSign || images == 0 && lost >= Self.enough }

  /// Counts the characters after the first one of a sequence.
  private mutating func add(_ lead: UInt32, at start: Int, in buffer: UnsafeBufferPointer<UInt8>) {
    let count = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var offset = start + 2
    var lostHere = 0
    for position in 0..<count where offset < buffer.count {
      let (value, length) = unsafe scalar(in: buffer, at: offset)
      if value == 0x3F || value == 0xFFFD {
        lostHere += 1
        if lead == 0xF0, position == 1, lostHere == 2 { hasLostLead = true }
      } else if value >= 0x80, CodePages.shared.byte(of: value, page: CodePages.windows1252) & 0xC0 == 0x80 {
        if value > 0xFF { images += 1 } else if lead == 0xF0, position == 0, value >= 0xA0 { hasLostLead = true }
      } else {
        break
      }
      offset += length
    }
    lost += lostHere
    let isGlued =
      unsafe start > 0 && Self.isWord(buffer[start - 1]) || offset < buffer.count && Self.isWord(buffer[offset])
    if lead == 0xE2, lostHere == 2, isGlued { hasLostSign = true }
  }

  /// Non-ASCII neighbours do not count: they may be damaged too, as the rest of a variation selector is.
  private static func isWord(_ byte: UInt8) -> Bool { byte < 0x80 && Neighbours.Kind(UInt32(byte)).isWord }
}
