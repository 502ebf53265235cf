/// What a repairer looks for.
public struct RepairOptions: Sendable, Hashable {
  /// Whether damage that cannot be repaired with certainty is told too.
  public var reportsAmbiguous: Bool

  public init(reportsAmbiguous: Bool = true) {
    self.reportsAmbiguous = reportsAmbiguous
  }
}
