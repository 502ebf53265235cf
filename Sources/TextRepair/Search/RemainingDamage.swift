import Source

/// Finds the damage beside the words of a file: lost no-break spaces, lone controls, and what cannot be read at all.
struct RemainingDamage {
  let bytes: [UInt8]
  let regions: RegionIndex
  let options: RepairOptions
  /// The pages that prose proves.
  let provenPages: [Int]

  /// Repairs, in order and apart, with all of this.
  func adding(to repairs: [Mojibake], unread: [SourceRange]) -> [Mojibake] {
    var found: [Mojibake] = []
    for page in Set(provenPages + [CodePages.windows1252]).sorted() where !repairs.isEmpty {
      for place in LostNoBreakSpaces(bytes: bytes, repairs: repairs).places(on: page) {
        found.append(
          mojibake(place.range, after: place.after, certainty: .unique, encoding: CodePages.encodings[page], page: page)
        )
      }
    }
    for run in LoneControls(bytes: bytes).runs(outside: repairs.map(\.range)) {
      let after = run.original.map { string(of: $0) }
      found.append(
        mojibake(run.range, after: after, certainty: .exact, encoding: .latin1, page: CodePages.windows1252))
    }
    if options.reportsAmbiguous {
      let encoding = provenPages.first.map { CodePages.encodings[$0] } ?? .windows1252
      let places = UnreadableDamage(bytes: bytes).places() + unread.map { ($0, encoding) }
      found += places.map { mojibake($0.range, after: nil, certainty: .ambiguous, encoding: $0.encoding, page: nil) }
    } else {
      found.removeAll { $0.after == nil }
    }
    return found.isEmpty ? repairs : apart(repairs, found)
  }

  private func mojibake(
    _ range: SourceRange, after: String?, certainty: Mojibake.Certainty, encoding: LegacyEncoding, page: Int?
  ) -> Mojibake {
    let isProven = page.map { provenPages.contains($0) } ?? true
    return Mojibake(
      range: range, before: String(decoding: bytes[range.range], as: UTF8.self), after: after, candidates: [],
      certainty: after == nil ? .ambiguous : certainty, encoding: encoding, rounds: 1,
      obstacle: regions.obstacle(in: range, isProven: isProven) ?? (after == nil ? .ambiguous : nil))
  }

  /// All in order, without what overlaps a repair or an earlier place.
  private func apart(_ repairs: [Mojibake], _ found: [Mojibake]) -> [Mojibake] {
    var result: [Mojibake] = []
    var index = 0
    for place in found.sorted(by: { $0.range < $1.range }) {
      while index < repairs.count, repairs[index].range.lowerBound < place.range.upperBound {
        result.append(repairs[index])
        index += 1
      }
      if place.range.lowerBound >= result.last?.range.upperBound ?? 0 { result.append(place) }
    }
    return result + repairs[index...]
  }
}

extension RegionIndex {
  /// The reason not to repair a range that is of its region; `isProven` if something outside code proves the damage.
  func obstacle(in range: SourceRange, isProven: Bool) -> Mojibake.Obstacle? {
    switch kind(in: range) {
    case .suppressed: .suppressed
    case .destination: .destination
    case .syntax: .syntax
    case .code where !isProven: .code
    default: nil
    }
  }
}
