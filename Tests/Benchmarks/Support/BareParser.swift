import CCMark
import Markdown

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The parse of cmark-gfm with the toolkit's extensions: the baseline of the benchmarks, and an independent reader for tests.
public enum BareParser {
  /// Parses a text and frees the result; false where there is no memory.
  public static func parse(_ bytes: [UInt8]) -> Bool {
    guard let root = unsafe tree(bytes) else { return false }
    unsafe cmark_node_free(root)
    return true
  }

  /// The visible text, without wrapped lines; nil where there is no memory.
  public static func plainText(_ bytes: [UInt8]) -> String? {
    CMarkLock.withLock {
      guard let root = unsafe tree(bytes) else { return nil }
      defer { unsafe cmark_node_free(root) }
      guard let text = unsafe cmark_render_plaintext(root, CMARK_OPT_DEFAULT, 0) else { return nil }
      defer { unsafe free(text) }
      return unsafe String(cString: text)
    }
  }

  /// GitHub-flavoured Markdown as HTML, with raw HTML as it is; nil where there is no memory.
  public static func html(_ bytes: [UInt8]) -> String? {
    CMarkLock.withLock {
      guard let root = unsafe tree(bytes) else { return nil }
      defer { unsafe cmark_node_free(root) }
      guard let text = unsafe cmark_render_html(root, CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES, nil) else { return nil }
      defer { unsafe free(text) }
      return unsafe String(cString: text)
    }
  }

  private static func tree(_ bytes: [UInt8]) -> OpaquePointer? {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "autolink", "tasklist", "strikethrough"] {
      guard let found = unsafe cmark_find_syntax_extension(name) else { return nil }
      unsafe cmark_parser_attach_syntax_extension(parser, found)
    }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    return unsafe cmark_parser_finish(parser)
  }
}
