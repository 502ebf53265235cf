import CCMark
import Markdown

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The C library's parse alone, with the extensions that the toolkit attaches: what the model is measured against.
public enum BareParser {
  /// Parses a text and lets go of what it is.
  public static func parse(_ bytes: [UInt8]) -> Bool {
    guard let root = unsafe tree(bytes) else { return false }
    unsafe cmark_node_free(root)
    return true
  }

  /// The text that a reader sees, as the library writes it without wrapping lines; nil where it has no memory.
  public static func plainText(_ bytes: [UInt8]) -> String? {
    CMarkLock.withLock {
      guard let root = unsafe tree(bytes) else { return nil }
      defer { unsafe cmark_node_free(root) }
      guard let text = unsafe cmark_render_plaintext(root, CMARK_OPT_DEFAULT, 0) else { return nil }
      defer { unsafe free(text) }
      return unsafe String(cString: text)
    }
  }

  /// GitHub-flavoured Markdown as HTML, with raw HTML as it stands; nil where the library has no memory.
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
