import CCMark
import Source
import Synchronization

/// A parsed tree of libcmark-gfm in an arena that is freed with it.
///
/// Create, read and destroy it on one thread, the newest first: until then its arena is the thread's allocator.
/// Sources: cmark-gfm.h, "Simple Interface" and "Parsing".
@safe struct CMarkDocument: ~Copyable {
  private let pointer: OpaquePointer
  private let arena: UnsafeMutablePointer<ccmark_arena>

  /// Makes parsing thread-safe, once.
  ///
  /// Before it parses inlines, the library registers the special characters of each extension in a global table, and afterwards it
  /// removes them, also for parses on other threads. So the characters of autolinks are registered here permanently, and the extension
  /// is left without any to remove. Strikethrough needs its character: see `CMarkLock`.
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

  /// Parses the concatenation of some texts; all but the last consist of whole lines.
  init(parsing texts: [ArraySlice<UInt8>]) throws(MarkdownError) {
    Self.prepareForThreads
    guard let arena = unsafe ccmark_arena_open(texts.reduce(0) { $0 + $1.count }) else { throw .parserFailed }
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
    // Without tildes, the extension that changes the tables is not attached.
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

  /// Calls a function with the root, which must not escape.
  borrowing func withRoot<Result>(_ body: (CMarkNode) -> Result) -> Result {
    unsafe body(CMarkNode(pointer))
  }
}

/// The lock for the C library's global tables, which every parse reads and one with strikethrough also changes.
package enum CMarkLock {
  private static let changes = Mutex(())

  /// Calls a function that parses with strikethrough.
  ///
  /// Tests that call the library directly need it too; see `CMarkDocument.prepareForThreads`.
  package static func withLock<Result: Sendable>(_ body: () -> Result) -> Result {
    CMarkDocument.prepareForThreads
    return changes.withLock { _ in body() }
  }
}
