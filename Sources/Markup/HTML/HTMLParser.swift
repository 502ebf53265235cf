import CXML2

/// One run of libxml2's HTML parser with callbacks instead of a tree.
@safe struct HTMLParser: ~Copyable {
  private let context: htmlParserCtxtPtr

  /// Initialises the library's global tables once; otherwise the first use does, which is not thread-safe.
  static let initialiseLibrary: Void = xmlInitParser()

  /// Makes a parser; nil if there is no memory.
  init?() {
    Self.initialiseLibrary
    guard let context = unsafe htmlNewParserCtxt() else { return nil }
    unsafe self.context = context
  }

  deinit {
    unsafe htmlFreeParserCtxt(context)
  }

  consuming func tokens(of stream: JoinedBytes) -> [HTMLToken] {
    let collector = unsafe TokenCollector(stream: stream, context: context)
    let pointer = unsafe Unmanaged.passUnretained(collector).toOpaque()
    unsafe cxml2_set_handlers(
      context, pointer,
      { unsafe TokenCollector.from($0).start(name: $1, attributes: $2) },
      { unsafe TokenCollector.from($0).end(name: $1) },
      { unsafe TokenCollector.from($0).text($1, count: $2) },
      { unsafe TokenCollector.from($0).comment($1) })
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      | HTML_PARSE_NOIMPLIED.rawValue
    unsafe stream.bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      // The result is nil because no callback builds a tree.
      let document = unsafe htmlCtxtReadMemory(
        context, base.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, "UTF-8",
        Int32(options))
      if let document = unsafe document { unsafe xmlFreeDoc(document) }
    }
    return collector.finish()
  }
}
