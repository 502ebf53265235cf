import CCMark

/// The C library's parse alone, with the extensions that the toolkit attaches: what the model is measured against.
public enum BareParser {
  public static func parse(_ bytes: [UInt8]) -> Bool {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return false }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "autolink", "tasklist", "strikethrough"] {
      guard let found = unsafe cmark_find_syntax_extension(name) else { return false }
      unsafe cmark_parser_attach_syntax_extension(parser, found)
    }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let root = unsafe cmark_parser_finish(parser) else { return false }
    unsafe cmark_node_free(root)
    return true
  }
}
