import CCMark

/// A node of the C library's tree.
///
/// Safe during the lifetime of its `CMarkDocument`: nodes do not escape from `withRoot`, and the tree does not change.
@safe struct CMarkNode: Equatable {
  private let pointer: OpaquePointer

  @unsafe init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  // The synthesised one would use the pointer without `unsafe`.
  static func == (left: CMarkNode, right: CMarkNode) -> Bool { unsafe left.pointer == right.pointer }

  var firstChild: CMarkNode? { unsafe CMarkNode(cmark_node_first_child(pointer)) }
  var next: CMarkNode? { unsafe CMarkNode(cmark_node_next(pointer)) }
  var parent: CMarkNode? { unsafe CMarkNode(cmark_node_parent(pointer)) }

  var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { unsafe Int(cmark_node_get_end_column(pointer)) }

  /// The line on which a block starts.
  ///
  /// A paragraph directly before a table has no start: the parser gives it to the table.
  var firstLine: Int {
    switch kind {
    case .paragraph where startLine == 0: (next ?? parent)?.startLine ?? 0
    case .table:
      // The delimiter row is between the header and the first row of the body, or the table's end.
      max(startLine, firstChild?.next.map { $0.startLine - 2 } ?? endLine - 1)
    default: startLine
    }
  }

  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
  var isTight: Bool { unsafe cmark_node_get_list_tight(pointer) == 1 }
  /// An ordered list's first number; nil for bullets.
  var listStart: Int32? {
    unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? cmark_node_get_list_start(pointer) : nil
  }
  /// Whether an item is a task: its type is that of other items, but its name is not.
  var isTask: Bool {
    guard let name = unsafe cmark_node_get_type_string(pointer) else { return false }
    return unsafe strcmp(name, "tasklist") == 0
  }
  var isChecked: Bool { unsafe cmark_gfm_extensions_get_tasklist_item_checked(pointer) }
  var isFenced: Bool {
    var (length, offset, character) = (Int32(0), Int32(0), CChar(0))
    return unsafe cmark_node_get_fenced(pointer, &length, &offset, &character) == 1
  }
  var isHeaderRow: Bool { unsafe cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// Calls a function with the bytes of a text, code or raw HTML inline.
  @inline(__always)
  func withLiteral<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe Self.withBytes(cmark_node_get_literal(pointer), body)
  }

  /// Calls a function with the bytes of a link's destination.
  @inline(__always)
  func withDestination<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe Self.withBytes(cmark_node_get_url(pointer), body)
  }

  /// The number of lines of a raw HTML or code block.
  var literalLineCount: Int {
    withLiteral { literal in
      var count = 0
      var previous = UInt8(ascii: "\n")
      for index in literal.indices {
        let isSecondHalf = literal[index] == UInt8(ascii: "\n") && previous == UInt8(ascii: "\r")
        if literal[index].isNewline, !isSecondHalf { count += 1 }
        previous = literal[index]
      }
      return previous.isNewline ? count : count + 1
    }
  }

  var literal: String { withLiteral(Self.string) }
  var destination: String { withDestination(Self.string) }
  var title: String { unsafe Self.withBytes(cmark_node_get_title(pointer), Self.string) }

  private static func string(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  @inline(__always)
  private static func withBytes<Result>(
    _ text: UnsafePointer<CChar>?, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    guard let text = unsafe text else { return body(Span()) }
    let length = unsafe ccmark_length(text)
    return unsafe text.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
      body(unsafe Span(_unsafeStart: bytes, count: length))
    }
  }

  /// The node's kind; nil for a type of no attached extension.
  var kind: Node.Kind? {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    default: extensionKind
    }
  }

  /// Extensions number their node types at run time; their names are fixed.
  private var extensionKind: Node.Kind? {
    switch typeName {
    case "table": .table
    case "table_header", "table_row": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    default: nil
    }
  }

  private var typeName: String {
    guard let name = unsafe cmark_node_get_type_string(pointer) else { return "" }
    return unsafe String(cString: name)
  }
}
