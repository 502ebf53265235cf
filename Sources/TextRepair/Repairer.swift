public import Source

/// Finds text that was damaged by a wrong encoding, and repairs what can be repaired with certainty.
///
/// The result depends on the bytes and the regions only. No text is changed that is not damaged: where the evidence is weak, the
/// text is left alone.
public struct Repairer: Sendable {
  public let options: RepairOptions

  public init(options: RepairOptions = RepairOptions()) {
    self.options = options
  }

  /// The damaged places in a file's bytes, in order; bytes that are not UTF-8 count as no text.
  public func repairs(in bytes: [UInt8], protected: [ProtectedRegion] = []) -> [Repair] {
    RepairPasses(bytes: bytes, protected: protected, options: options).run().repairs
  }

  /// The damaged places in a text, in order.
  public func repairs(in source: SourceText, protected: [ProtectedRegion] = []) -> [Repair] {
    repairs(in: source.bytes, protected: protected)
  }

  /// The bytes with every applicable repair made, and all repairs found; repairing the result again changes nothing.
  public func repaired(_ bytes: [UInt8], protected: [ProtectedRegion] = []) -> (bytes: [UInt8], repairs: [Repair]) {
    RepairPasses(bytes: bytes, protected: protected, options: options).run()
  }
}
