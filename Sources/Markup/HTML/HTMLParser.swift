import CXML2

/// One run of libxml2's HTML parser with callbacks instead of a tree.
@safe struct HTMLParser: ~Copyable {
  private let context: htmlParserCtxtPtr

  /// Done once, before any thread parses: the library's tables are globals that are otherwise filled on first use.
  private static let initialiseLibrary: Void = xmlInitParser()

  /// Makes a parser; nil when there is no memory for one.
  init?() {
    Self.initialiseLibrary
    guard let context = unsafe htmlNewParserCtxt() else { return nil }
    unsafe self.context = context
  }

  deinit {
    unsafe htmlFreeParserCtxt(context)
  }

  consuming func tokens(of stream: PieceStream) -> [HTMLToken] {
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
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue
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
