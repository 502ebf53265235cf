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
  func run() -> (bytes: [UInt8], repairs: [Mojibake]) {
    let regions = RegionIndex(protected)
    let first = (session(bytes, regions) + escapedDamage(regions)).sorted { $0.range < $1.range }
    var made = first.filter { $0.isApplicable }
    guard !made.isEmpty else { return (bytes, first) }
    var text = bytes
    var parts: [RepairedPart] = []
    for _ in 0..<Self.mostPasses where !made.isEmpty {
      text = made.compactMap(\.edit).applied(to: text).bytes
      parts = RepairedPart.merge(parts, with: made)
      made = session(text, RegionIndex(RepairedPart.move(protected, by: parts))).filter { $0.isApplicable }
    }
    return (text, merge(parts.map { $0.repair(in: bytes) }, with: first.filter { !$0.isApplicable }))
  }

  private func escapedDamage(_ regions: RegionIndex) -> [Mojibake] {
    let destinations = regions.ranges(of: .destination)
    return destinations.isEmpty ? [] : EscapedDamage(bytes: bytes, options: options).repairs(in: destinations)
  }

  private func session(_ bytes: [UInt8], _ regions: RegionIndex) -> [Mojibake] {
    MojibakeSearch(bytes: bytes, regions: regions, options: options).repairs()
  }

  /// Repaired and unrepaired mojibake in one order, without the unrepaired that a later pass repaired.
  private func merge(_ made: [Mojibake], with others: [Mojibake]) -> [Mojibake] {
    var result: [Mojibake] = []
    var index = 0
    for other in others {
      while index < made.count, made[index].range.upperBound <= other.range.lowerBound {
        result.append(made[index])
        index += 1
      }
      if index == made.count || !made[index].range.overlaps(other.range) { result.append(other) }
    }
    return result + made[index...]
  }
}
