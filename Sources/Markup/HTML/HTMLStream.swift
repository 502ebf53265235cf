import CXML2

/// Reads a page of HTML as its bytes arrive, however broken and however long, and keeps nothing of it.
///
/// Comments are left out. Source: libxml2's HTMLparser.h, with its push parser and SAX callbacks.
@safe public final class HTMLStream {
  /// What stands in a page, in the order of its bytes; `html`, `head`, `body` and `p` may come though they are only implied.
  public enum Event: Hashable, Sendable {
    /// A start tag: the name in lower case, and the attributes with their entities resolved.
    case start(String, [Attribute])
    /// An end tag, or the end of an element whose tag is implied.
    case end(String)
    /// A piece of text, or of what stands in a script or style.
    case text(String)
  }

  /// An attribute by its lower-case name; the value is empty where there is none.
  public struct Attribute: Hashable, Sendable {
    public let name: String
    public let value: String
  }

  /// The bytes that are parsed before it is looked at what they have cost.
  private static let pieceSize = 4096
  /// The most tags that are read, each counted as often as elements are open: for an end tag the parser may look through all of them.
  /// A page of 16 MiB with a tag in every ten bytes comes to this where three hundred are open all the time.
  private static let effortLimit = 1 << 29

  private let parser: HTMLPushParser?
  private var isEnded = false
  private var effort = 0
  /// Whether so many elements stand in one another that the rest was left unread, as it would take time without end.
  public private(set) var isTooDeep = false

  /// - Parameter handler: told of everything; called while `feed` or `finish` runs.
  public init(_ handler: @escaping (Event) -> Void) {
    parser = HTMLPushParser(handler)
  }

  /// Takes the next bytes, which are UTF-8; a character may be cut between two calls.
  public func feed(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !isEnded, !isTooDeep, !rest.isEmpty {
      let piece = Array(rest.prefix(Self.pieceSize))
      rest = rest.dropFirst(piece.count)
      let depth = parser?.parse(piece, isLast: false) ?? 0
      effort += depth * piece.count { $0 == UInt8(ascii: "<") }
      isTooDeep = effort > Self.effortLimit
    }
  }

  /// Says that no more bytes come.
  public func finish() {
    guard !isEnded else { return }
    isEnded = true
    _ = parser?.parse([], isLast: true)
  }
}
