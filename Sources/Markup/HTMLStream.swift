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

  private let parser: HTMLPushParser?
  private var isEnded = false

  /// - Parameter handler: told of everything; called while `feed` or `finish` runs.
  public init(_ handler: @escaping (Event) -> Void) {
    parser = HTMLPushParser(handler)
  }

  /// Takes the next bytes, which are UTF-8; a character may be cut between two calls.
  public func feed(_ bytes: [UInt8]) {
    guard !isEnded, !bytes.isEmpty else { return }
    parser?.parse(bytes, isLast: false)
  }

  /// Says that no more bytes come.
  public func finish() {
    guard !isEnded else { return }
    isEnded = true
    parser?.parse([], isLast: true)
  }
}
