public import Source

/// A tag, text or comment of HTML, with its range in the source.
public struct HTMLToken: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A start tag.
    case start(HTMLTag)
    /// An end tag by its lower-case name.
    case end(String)
    /// Text with its entities resolved.
    case text(String)
    /// The text between `<!--` and `-->`.
    case comment(String)
  }

  public let kind: Kind
  /// The token's bytes; of a text, up to the next token's.
  public let range: SourceRange

  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A start tag of HTML.
public struct HTMLTag: Hashable, Sendable {
  /// The element's name in lower case.
  public let name: String
  /// The attributes in the order of the source, without repeated names.
  public let attributes: [HTMLAttribute]

  public init(name: String, attributes: [HTMLAttribute]) {
    self.name = name
    self.attributes = attributes
  }

  /// The value of an attribute by its lower-case name, with entities resolved; empty for an attribute without a value.
  public subscript(name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  public func attribute(_ name: String) -> HTMLAttribute? {
    attributes.first { $0.name == name }
  }
}

/// An attribute of an HTML tag.
public struct HTMLAttribute: Hashable, Sendable {
  /// The name in lower case.
  public let name: String
  /// The value with entities resolved; empty without one.
  public let value: String
  /// The value's bytes without quotes; nil without one.
  public let valueRange: SourceRange?

  public init(name: String, value: String, valueRange: SourceRange?) {
    self.name = name
    self.value = value
    self.valueRange = valueRange
  }
}
