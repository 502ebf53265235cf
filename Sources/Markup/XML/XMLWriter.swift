import CXML2

/// Writes an XML document into memory with libxml2's text writer, without the characters that XML 1.0 forbids.
///
/// Source: libxml/xmlwriter.h.
@safe public final class XMLWriter {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  /// Begins an indented document in UTF-8.
  public init() throws(XMLError) {
    guard let buffer = unsafe xmlBufferCreate() else { throw .outOfMemory }
    guard let writer = unsafe xmlNewTextWriterMemory(buffer, 0) else {
      unsafe xmlBufferFree(buffer)
      throw .outOfMemory
    }
    unsafe (self.buffer, self.writer) = (buffer, writer)
    try Self.check(unsafe xmlTextWriterSetIndent(writer, 1))
    try Self.check(unsafe xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  /// Writes an element with its attributes, without those that are nil, and the content of a closure.
  public func element(
    _ name: String, _ attributes: [(String, String?)] = [], text: String? = nil,
    content: () throws(XMLError) -> Void
  ) throws(XMLError) {
    try Self.check(unsafe xmlTextWriterStartElement(writer, name))
    for (key, value) in attributes {
      guard let value else { continue }
      try Self.check(unsafe xmlTextWriterWriteAttribute(writer, key, Self.allowed(value)))
    }
    if let text { try Self.check(unsafe xmlTextWriterWriteString(writer, Self.allowed(text))) }
    try content()
    try Self.check(unsafe xmlTextWriterEndElement(writer))
  }

  /// Writes an element with text or without content.
  public func element(
    _ name: String, _ attributes: [(String, String?)] = [], text: String? = nil
  ) throws(XMLError) {
    try element(name, attributes, text: text) {}
  }

  /// Ends the document.
  public func finish() throws(XMLError) -> String {
    try Self.check(unsafe xmlTextWriterEndDocument(writer))
    guard let content = unsafe xmlBufferContent(buffer) else { throw .outOfMemory }
    return unsafe String(decodingCString: content, as: UTF8.self)
  }

  private static func check(_ result: Int32) throws(XMLError) {
    if result < 0 { throw .outOfMemory }
  }

  /// A text without the characters that XML forbids (XML 1.0, section 2.2).
  private static func allowed(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          scalar.value >= 0x20
            ? scalar.value != 0xFFFE && scalar.value != 0xFFFF : "\t\n\r".unicodeScalars.contains(scalar)
        }))
  }
}

/// The reason why an XML document could not be written.
public enum XMLError: Error {
  case outOfMemory
}

extension XMLError: CustomStringConvertible {
  public var description: String { "the document could not be written: out of memory" }
}
