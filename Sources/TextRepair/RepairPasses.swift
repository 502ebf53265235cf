import Source

/// Repairs a file again and again until nothing changes, and tells all of it in offsets of the file as it was.
///
/// A repair shortens the text, so this comes to an end; every pass judges by what the text is then, as a later run would.
struct RepairPasses {
  let bytes: [UInt8]
  let protected: [ProtectedRegion]
  let options: RepairOptions

  /// More passes than any text needs; no input may keep us busy for ever.
  private static let mostPasses = 64

  /// All repairs of the file, in order, and the bytes with the applicable ones made.
  func run() -> (bytes: [UInt8], repairs: [Repair]) {
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

  private func escapedDamage(_ regions: RegionIndex) -> [Repair] {
    let destinations = regions.ranges(of: .destination)
    return destinations.isEmpty ? [] : EscapedDamage(bytes: bytes, options: options).repairs(in: destinations)
  }

  private func session(_ bytes: [UInt8], _ regions: RegionIndex) -> [Repair] {
    RepairSession(bytes: bytes, regions: regions, options: options).repairs()
  }

  /// Repairs made and repairs not made in one order, without those of the latter that a later pass made after all.
  private func merge(_ made: [Repair], with others: [Repair]) -> [Repair] {
    var result: [Repair] = []
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
