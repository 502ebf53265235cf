import Source

/// Repairs a file until nothing changes, and reports all repairs in offsets of the original file.
///
/// Each pass sees the text that a later run would see. A repair shortens the text, so the passes come to an end.
struct RepairPasses {
  let bytes: [UInt8]
  let protected: [ProtectedRegion]
  let options: RepairOptions

  /// More passes than any text needs: a limit for hostile input.
  private static let mostPasses = 64

  /// The bytes with all applicable repairs, and all mojibake in order.
  ///
  /// What the first and the last pass leave is reported: each pass changes what the next one knows.
  func run() -> (bytes: [UInt8], repairs: [Mojibake]) {
    let regions = RegionIndex(protected)
    var found = session(bytes, regions)
    let first = found.filter { !$0.isApplicable }
    let escaped = escapedDamage(regions)
    var text = bytes
    var parts: [RepairedPart] = []
    var passes = 0
    while found.contains(where: \.isApplicable), passes < Self.mostPasses {
      let made = found.filter(\.isApplicable)
      text = made.compactMap(\.edit).applied(to: text).bytes
      parts = RepairedPart.merge(parts, with: made)
      found = session(text, RegionIndex(RepairedPart.move(protected, by: parts)))
      passes += 1
    }
    let last = passes == 0 ? [] : RepairedPart.moveBack(found.filter { !$0.isApplicable }, by: parts)
    let left = (first + last + escaped).sorted { $0.range < $1.range }
    return (text, merge(parts.map { $0.repair(in: bytes) }, with: left))
  }

  private func escapedDamage(_ regions: RegionIndex) -> [Mojibake] {
    let destinations = regions.ranges(of: .destination)
    return destinations.isEmpty ? [] : EscapedDamage(bytes: bytes, options: options).repairs(in: destinations)
  }

  private func session(_ bytes: [UInt8], _ regions: RegionIndex) -> [Mojibake] {
    MojibakeSearch(bytes: bytes, regions: regions, options: options).repairs()
  }

  /// Repaired and unrepaired mojibake in one order.
  private func merge(_ made: [Mojibake], with others: [Mojibake]) -> [Mojibake] {
    var result: [Mojibake] = []
    var index = 0
    for other in others {
      while index < made.count, made[index].range.upperBound <= other.range.lowerBound {
        result.append(made[index])
        index += 1
      }
      let isApart = index == made.count || !made[index].range.overlaps(other.range)
      if isApart, other.range.lowerBound >= result.last?.range.upperBound ?? 0 { result.append(other) }
    }
    return result + made[index...]
  }
}
