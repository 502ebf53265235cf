public import Source

/// Finds mojibake (text decoded with the wrong encoding) and repairs it if the original is certain.
///
/// The result depends only on the bytes and the regions. Weak evidence changes nothing.
public struct Repairer: Sendable {
  public let options: RepairOptions

  public init(options: RepairOptions = RepairOptions()) {
    self.options = options
  }

  /// The mojibake in a file, in order; bytes that are not UTF-8 are skipped.
  public func repairs(in bytes: [UInt8], protected: [ProtectedRegion] = []) -> [Mojibake] {
    RepairPasses(bytes: bytes, protected: protected, options: options).run().repairs
  }

  /// The mojibake in a text, in order.
  public func repairs(in source: SourceText, protected: [ProtectedRegion] = []) -> [Mojibake] {
    repairs(in: source.bytes, protected: protected)
  }

  /// The bytes with every applicable repair, and all mojibake found; repairing the result again changes nothing.
  public func repaired(_ bytes: [UInt8], protected: [ProtectedRegion] = []) -> (bytes: [UInt8], repairs: [Mojibake]) {
    RepairPasses(bytes: bytes, protected: protected, options: options).run()
  }
}

/// Options of a repairer.
public struct RepairOptions: Sendable, Hashable {
  /// Whether to report mojibake whose original is uncertain.
  public var reportsAmbiguous: Bool

  public init(reportsAmbiguous: Bool = true) {
    self.reportsAmbiguous = reportsAmbiguous
  }
}
