import CXML2

/// libxml2's push parser for HTML, with callbacks instead of a tree.
@safe final class HTMLPushParser {
  private let context: htmlParserCtxtPtr
  private let handler: (HTMLStream.Event) -> Void
  /// The number of open elements, and its maximum since the last call of `parse`.
  private var depth = 0
  private var peakDepth = 0

  /// The most attributes of one tag that are read.
  private static let attributeLimit = 256

  /// Makes a parser; nil if there is no memory.
  init?(_ handler: @escaping (HTMLStream.Event) -> Void) {
    HTMLParser.initialiseLibrary
    guard let context = unsafe htmlCreatePushParserCtxt(nil, nil, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else {
      return nil
    }
    unsafe self.context = context
    self.handler = handler
    // Without implied elements, the push parser stops at the end of the first element.
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      | HTML_PARSE_COMPACT.rawValue
    unsafe htmlCtxtUseOptions(context, Int32(options))
    let pointer = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe cxml2_set_handlers(
      context, pointer,
      { unsafe HTMLPushParser.from($0)?.start(name: $1, attributes: $2) },
      { unsafe HTMLPushParser.from($0)?.end(name: $1) },
      { unsafe HTMLPushParser.from($0)?.text($1, count: $2) },
      { _, _ in })
  }

  deinit {
    unsafe htmlFreeParserCtxt(context)
  }

  /// Parses the next bytes; errors in them are ignored.
  ///
  /// - Returns: the maximum number of open elements.
  func parse(_ bytes: [UInt8], isLast: Bool) -> Int {
    peakDepth = depth
    unsafe bytes.withUnsafeBytes { buffer in
      let base = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = unsafe htmlParseChunk(context, base, Int32(clamping: buffer.count), isLast ? 1 : 0)
    }
    return peakDepth
  }

  @unsafe private static func from(_ pointer: UnsafeMutableRawPointer?) -> HTMLPushParser? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe Unmanaged<HTMLPushParser>.fromOpaque(pointer).takeUnretainedValue()
  }

  @unsafe private func start(
    name: UnsafePointer<xmlChar>?, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    depth += 1
    peakDepth = max(peakDepth, depth)
    guard let name = unsafe Self.string(name) else { return }
    var found: [HTMLStream.Attribute] = []
    while found.count < Self.attributeLimit, let attribute = unsafe Self.string(attributes?[found.count * 2]) {
      let value = unsafe Self.string(attributes?[found.count * 2 + 1]) ?? ""
      found.append(HTMLStream.Attribute(name: attribute.lowercased(), value: value))
    }
    handler(.start(name.lowercased(), found))
  }

  @unsafe private func end(name: UnsafePointer<xmlChar>?) {
    depth -= 1
    guard let name = unsafe Self.string(name) else { return }
    handler(.end(name.lowercased()))
  }

  @unsafe private func text(_ text: UnsafePointer<xmlChar>?, count: Int32) {
    guard let text = unsafe text, count > 0 else { return }
    handler(.text(unsafe String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)))
  }

  @unsafe private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(decodingCString: pointer, as: UTF8.self)
  }
}
