/// Reads a body while it arrives, on the transport's thread.
///
/// A reader has state, so each answer gets a new one: see `Maker`.
public struct BodyReader {
  /// Makes the reader for one answer, whose body is still empty; `nil` where the body is not to be read.
  public typealias Maker = @Sendable (_ request: Request, _ head: Response) -> BodyReader?

  /// Reads the next bytes, decoded.
  let feed: (_ bytes: [UInt8]) -> Void
  /// Whether bytes beyond the request's `bodyLimit` are of use.
  let wantsMore: () -> Bool
  /// Ends the body and returns what it says, `nil` for nothing.
  let finish: () -> BodyContent?

  public init(
    feed: @escaping (_ bytes: [UInt8]) -> Void, wantsMore: @escaping () -> Bool,
    finish: @escaping () -> BodyContent?
  ) {
    (self.feed, self.wantsMore, self.finish) = (feed, wantsMore, finish)
  }

  /// Reads a whole body.
  public func read(_ body: [UInt8]) -> BodyContent? {
    feed(body)
    return finish()
  }
}

/// What a `BodyReader` found in a body; only the maker of the reader knows its type.
public struct BodyContent: Hashable, Sendable {
  public let value: any Hashable & Sendable

  public init(_ value: any Hashable & Sendable) {
    self.value = value
  }

  public static func == (left: BodyContent, right: BodyContent) -> Bool {
    AnyHashable(left.value) == AnyHashable(right.value)
  }

  public func hash(into hasher: inout Hasher) {
    value.hash(into: &hasher)
  }
}

/// How far a body is read for its reader, beyond the request's `bodyLimit`.
enum BodyLimits {
  /// Bytes on the wire, and bytes after decoding.
  static let wire = 4 << 20
  static let decoded = 16 << 20
  /// The largest ratio of decoded bytes to wire bytes, in all but short bodies.
  static let ratio = 100

  static func permit(wire: Int, decoded: Int) -> Bool {
    wire <= Self.wire && decoded <= Self.decoded && decoded <= max(wire * ratio, 1 << 20)
  }
}
