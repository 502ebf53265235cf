import CXML2
import Source

/// Receives the parser's callbacks and finds each token in the bytes.
@safe final class TokenCollector {
  private let stream: PieceStream
  /// Alive as long as the parser, which outlives the callbacks.
  private let context: htmlParserCtxtPtr
  private var tokens: [HTMLToken] = []
  /// The offset behind the last token that was found.
  private var position = 0
  private let marks: TagMarks
  /// The piece of the stream in which the last token was found.
  private var piece = 0
  /// The number of elements that the parser has open.
  private var depth = 0
  private static let maximumDepth = 1_000
  /// Text since the last token.
  private var pendingText = ""

  @unsafe init(stream: PieceStream, context: htmlParserCtxtPtr) {
    self.stream = stream
    marks = TagMarks(stream.bytes)
    unsafe self.context = context
  }

  @unsafe static func from(_ pointer: UnsafeMutableRawPointer?) -> TokenCollector {
    guard let pointer = unsafe pointer else { preconditionFailure("the parser was given a collector") }
    return unsafe Unmanaged<TokenCollector>.fromOpaque(pointer).takeUnretainedValue()
  }

  @unsafe func start(name: UnsafePointer<xmlChar>?, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    unsafe enter()
    guard let mark = unsafe Self.bytes(of: name), let name = unsafe Self.string(name),
      let start = unsafe find(.start(mark))
    else { return }
    let scanner = TagScanner(bytes: stream.bytes, start: start + 1 + name.utf8.count)
    var found: [HTMLAttribute] = []
    var index = 0
    while let attribute = unsafe Self.string(attributes?[index]) {
      let range = scanner.value(of: attribute).map { stream.range($0.lowerBound, $0.upperBound, piece: &piece) }
      let value = unsafe Self.string(attributes?[index + 1]) ?? ""
      found.append(HTMLAttribute(name: attribute, value: value, valueRange: range))
      index += 2
    }
    add(.start(HTMLTag(name: name, attributes: found)), from: start, to: scanner.end)
  }

  @unsafe func end(name: UnsafePointer<xmlChar>?) {
    depth -= 1
    guard let mark = unsafe Self.bytes(of: name), let name = unsafe Self.string(name),
      let start = unsafe find(.end(mark))
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
    tokens.append(HTMLToken(kind, stream.range(start, end, piece: &piece)))
    position = end
  }

  private func flushText(until end: Int) {
    if !pendingText.isEmpty { tokens.append(HTMLToken(.text(pendingText), stream.range(position, end, piece: &piece))) }
    pendingText = ""
  }

  /// The next place, in the bytes that the parser has consumed since the last token, where a tag's first characters stand.
  private func find(_ mark: TagMark) -> Int? {
    let consumed = unsafe self.consumed
    let limit = consumed > 0 ? min(consumed + 1, stream.bytes.count) : stream.bytes.count
    return marks.next(mark, from: position, before: limit)
  }

  /// How many bytes the parser has read.
  ///
  /// `xmlByteConsumed` says the same, but encodes all that is left in the parser's buffer to find out; between UTF-8 and UTF-8 nothing changes.
  @unsafe private var consumed: Int {
    guard let input = unsafe context.pointee.input else { return 0 }
    return unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  /// Counts an element that the parser has open; at a depth that no list has, where its work would no longer be linear, it stops.
  @unsafe private func enter() {
    depth += 1
    if depth > Self.maximumDepth { unsafe xmlStopParser(context) }
  }

  @unsafe private static func bytes(of pointer: UnsafePointer<xmlChar>?) -> UnsafeRawBufferPointer? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe UnsafeRawBufferPointer(start: pointer, count: Int(xmlStrlen(pointer)))
  }

  /// A name or a text; the parser has names in lower case.
  @unsafe private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(decodingCString: pointer, as: UTF8.self)
  }
}
