import CXML2

/// Reads a page of HTML as its bytes arrive, however broken and long, in constant memory.
///
/// Comments are left out. Source: libxml2's HTMLparser.h, with its push parser and SAX callbacks.
@safe public final class HTMLStream {
  /// A part of a page, in the order of its bytes; `html`, `head`, `body` and `p` may be implied.
  public enum Event: Hashable, Sendable {
    /// A start tag: the name in lower case, and the attributes with their entities resolved.
    case start(String, [Attribute])
    /// An end tag, perhaps an implied one.
    case end(String)
    /// A piece of text, also of a script or style.
    case text(String)
  }

  /// An attribute with its lower-case name; without a value, the value is empty.
  public struct Attribute: Hashable, Sendable {
    public let name: String
    public let value: String
  }

  /// The number of bytes between two checks of the effort.
  private static let pieceSize = 4096
  /// The limit for the sum, over all tags, of the open elements: the parser may search all of them for an end tag.
  /// A page of 16 MiB with a tag in every ten bytes reaches it with three hundred open elements.
  private static let effortLimit = 1 << 29

  private let parser: HTMLPushParser?
  private var isEnded = false
  private var effort = 0
  /// Whether the nesting is so deep that the rest was left unread, because it would take quadratic time.
  public private(set) var isTooDeep = false

  /// - Parameter handler: called with each event during `feed` and `finish`.
  public init(_ handler: @escaping (Event) -> Void) {
    parser = HTMLPushParser(handler)
  }

  /// Parses the next bytes, in UTF-8; a character may be split between two calls.
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

  /// Ends the page.
  public func finish() {
    guard !isEnded else { return }
    isEnded = true
    _ = parser?.parse([], isLast: true)
  }
}
