import CCMark
import Foundation

/// GitHub-flavoured Markdown as HTML, by the C library.
enum HTMLText {
  /// The HTML of a text, as lines without the blanks around them.
  static func lines(of bytes: [UInt8]) -> [String] {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return [] }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "autolink", "tasklist", "strikethrough"] {
      guard let found = unsafe cmark_find_syntax_extension(name) else { return [] }
      unsafe cmark_parser_attach_syntax_extension(parser, found)
    }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let root = unsafe cmark_parser_finish(parser) else { return [] }
    defer { unsafe cmark_node_free(root) }
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES
    guard let text = unsafe cmark_render_html(root, options, cmark_parser_get_syntax_extensions(parser)) else {
      return []
    }
    defer { unsafe free(text) }
    return unsafe String(cString: text).split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
