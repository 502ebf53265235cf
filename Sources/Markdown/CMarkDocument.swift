import CCMark

/// A parsed tree of the C library, freed with its owner.
///
/// Sources: cmark-gfm.h, "Simple Interface" and "Parsing".
@safe struct CMarkDocument: ~Copyable {
  private let pointer: OpaquePointer

  /// Parses bytes of a text from an offset on.
  init(parsing bytes: [UInt8], from offset: Int) throws(MarkdownError) {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else { throw .parserFailed }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      guard let found = unsafe cmark_find_syntax_extension(name),
        unsafe cmark_parser_attach_syntax_extension(parser, found) == 1
      else { throw .parserFailed }
    }
    unsafe bytes.withUnsafeBytes { buffer in
      let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[min(offset, buffer.count)...])
      guard let base = rest.baseAddress else { return }
      unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), rest.count)
    }
    guard let root = unsafe cmark_parser_finish(parser) else { throw .parserFailed }
    unsafe self.pointer = root
  }

  deinit {
    unsafe cmark_node_free(pointer)
  }

  /// Calls a function with the tree's root, which may not be used after the call.
  borrowing func withRoot<Result>(_ body: (CMarkNode) -> Result) -> Result {
    unsafe body(CMarkNode(pointer))
  }
}
