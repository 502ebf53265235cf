import CCMark
import CMalloc
import Source

/// A parsed tree of the C library, freed with its owner, in memory of its own.
///
/// It is made, read and freed on one thread, later ones before earlier ones: its memory is the thread's until then.
/// Sources: cmark-gfm.h, "Simple Interface" and "Parsing".
@safe struct CMarkDocument: ~Copyable {
  private let pointer: OpaquePointer
  private let arena: UnsafeMutablePointer<ccmark_arena>

  /// From which size on a text, in bytes, is worth large pages: its tree takes twelve times as much.
  private static let largeSize = 1 << 16

  /// Done once, so that texts can be parsed on several threads.
  ///
  /// The library marks the characters that begin an extension's inlines in a global table before it parses inlines, and unmarks them
  /// afterwards: a parse that ends makes others blind. So those of autolinks are marked here for good, and the extension is left with
  /// none to unmark. Strikethrough needs to know its character: see `CMarkLock`.
  static let prepareForThreads: Void = {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { unsafe cmark_parser_free(parser) }
    guard unsafe attach("autolink", to: parser) else { return }
    unsafe cmark_manage_extensions_special_characters(parser, 1)
    unsafe cmark_syntax_extension_set_special_inline_chars(cmark_find_syntax_extension("autolink"), nil)
  }()

  @unsafe private static func attach(_ name: String, to parser: OpaquePointer) -> Bool {
    guard let found = unsafe cmark_find_syntax_extension(name) else { return false }
    return unsafe cmark_parser_attach_syntax_extension(parser, found) == 1
  }

  /// Parses texts one behind the other, each but the last of whole lines.
  init(parsing texts: [ArraySlice<UInt8>]) throws(MarkdownError) {
    Self.prepareForThreads
    let size = texts.reduce(0) { $0 + $1.count }
    if size >= Self.largeSize { cmalloc_prefer_large_pages() }
    guard let arena = unsafe ccmark_arena_open(size) else { throw .parserFailed }
    guard let root = unsafe Self.parse(texts) else {
      unsafe ccmark_arena_close(arena)
      throw .parserFailed
    }
    unsafe self.pointer = root
    unsafe self.arena = arena
  }

  @unsafe private static func parse(_ texts: [ArraySlice<UInt8>]) -> OpaquePointer? {
    guard let parser = unsafe ccmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    let hasTildes = texts.contains { $0.contains(UInt8(ascii: "~")) }
    for name in ["table", "autolink", "tasklist"] + (hasTildes ? ["strikethrough"] : []) {
      guard unsafe attach(name, to: parser) else { return nil }
    }
    for text in texts {
      unsafe text.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return }
        unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
      }
    }
    return unsafe finish(parser, hasTildes: hasTildes)
  }

  @unsafe private static func finish(_ parser: OpaquePointer, hasTildes: Bool) -> OpaquePointer? {
    // A text without tildes is parsed without the extension that changes the tables.
    guard hasTildes else { return unsafe cmark_parser_finish(parser) }
    let address = UInt(bitPattern: parser)
    return unsafe OpaquePointer(
      bitPattern: CMarkLock.withLock {
        unsafe UInt(bitPattern: cmark_parser_finish(OpaquePointer(bitPattern: address)))
      })
  }

  deinit {
    unsafe ccmark_arena_close(arena)
  }

  /// Calls a function with the tree's root, which may not be used after the call.
  borrowing func withRoot<Result>(_ body: (CMarkNode) -> Result) -> Result {
    unsafe body(CMarkNode(pointer))
  }
}
