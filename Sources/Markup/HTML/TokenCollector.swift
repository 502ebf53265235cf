import CXML2
import Source

/// Receives the parser's callbacks and finds each token in the bytes.
@safe final class TokenCollector {
  private let stream: JoinedBytes
  /// Owned by the parser, which outlives the callbacks.
  private let context: htmlParserCtxtPtr
  private var tokens: [HTMLToken] = []
  /// The offset after the last token.
  private var position = 0
  private let tags: TagIndex
  /// The number of the parser's open elements.
  private var depth = 0
  private static let maximumDepth = 1_000
  /// Text since the last token.
  private var pendingText = ""

  @unsafe init(stream: JoinedBytes, context: htmlParserCtxtPtr) {
    self.stream = stream
    tags = TagIndex(stream.bytes)
    unsafe self.context = context
  }

  @unsafe static func from(_ pointer: UnsafeMutableRawPointer?) -> TokenCollector {
    guard let pointer = unsafe pointer else { preconditionFailure("the parser was given a collector") }
    return unsafe Unmanaged<TokenCollector>.fromOpaque(pointer).takeUnretainedValue()
  }

  @unsafe func start(name: UnsafePointer<xmlChar>?, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    unsafe enter()
    guard let bytes = unsafe Self.bytes(of: name), let name = unsafe Self.string(name),
      let start = unsafe find(.start(bytes))
    else { return }
    let scanner = TagScanner(bytes: stream.bytes, start: start + 1 + name.utf8.count)
    var found: [HTMLAttribute] = []
    var index = 0
    while let attribute = unsafe Self.string(attributes?[index]) {
      let range = scanner.value(of: attribute).map { stream.range($0.lowerBound, $0.upperBound) }
      let value = unsafe Self.string(attributes?[index + 1]) ?? ""
      found.append(HTMLAttribute(name: attribute, value: value, valueRange: range))
      index += 2
    }
    add(.start(HTMLTag(name: name, attributes: found)), from: start, to: scanner.end)
  }

  @unsafe func end(name: UnsafePointer<xmlChar>?) {
    depth -= 1
    guard let bytes = unsafe Self.bytes(of: name), let name = unsafe Self.string(name),
      let start = unsafe find(.end(bytes))
    else { return }
    var end = start
    while end < stream.bytes.count, stream.bytes[end] != UInt8(ascii: ">") { end += 1 }
    add(.end(name), from: start, to: min(end + 1, stream.bytes.count))
  }

  @unsafe func text(_ text: UnsafePointer<xmlChar>?, count: Int32) {
    guard let text = unsafe text, count > 0 else { return }
    pendingText += unsafe String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
  }

  @unsafe func comment(_ text: UnsafePointer<xmlChar>?) {
    guard let text = unsafe Self.string(text), let start = find(.comment) else { return }
    let length = text.utf8.count
    add(.comment(text), from: start, to: min(start + 4 + length + 3, stream.bytes.count))
  }

  func finish() -> [HTMLToken] {
    flushText(until: stream.bytes.count)
    return tokens
  }

  private func add(_ kind: HTMLToken.Kind, from start: Int, to end: Int) {
    flushText(until: start)
    tokens.append(HTMLToken(kind, stream.range(start, end)))
    position = end
  }

  private func flushText(until end: Int) {
    if !pendingText.isEmpty { tokens.append(HTMLToken(.text(pendingText), stream.range(position, end))) }
    pendingText = ""
  }

  /// The offset of the next tag or comment with a key, in the bytes that the parser consumed since the last token.
  private func find(_ key: TagKey) -> Int? {
    let consumed = unsafe self.consumed
    let limit = consumed > 0 ? min(consumed + 1, stream.bytes.count) : stream.bytes.count
    return tags.next(key, from: position, before: limit)
  }

  /// The number of bytes that the parser has read.
  ///
  /// `xmlByteConsumed` would encode the rest of the parser's buffer again.
  @unsafe private var consumed: Int {
    guard let input = unsafe context.pointee.input else { return 0 }
    return unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  /// Counts an open element; stops the parser at a depth of no list, where it would take quadratic time.
  @unsafe private func enter() {
    depth += 1
    if depth > Self.maximumDepth { unsafe xmlStopParser(context) }
  }

  @unsafe private static func bytes(of pointer: UnsafePointer<xmlChar>?) -> UnsafeRawBufferPointer? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe UnsafeRawBufferPointer(start: pointer, count: Int(xmlStrlen(pointer)))
  }

  /// A name or a text; the parser's names are in lower case.
  @unsafe private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(decodingCString: pointer, as: UTF8.self)
  }
}
