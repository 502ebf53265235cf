import Source

/// Finds in the text of a paragraph what looks like references: `[label]`, `[label][]`, `[text][label]`.
struct ReferenceSearch {
  enum Form {
    case shortcut, collapsed, full
  }

  struct Reference {
    let range: SourceRange
    let label: SourceRange
    let form: Form
  }

  private(set) var found: [Reference] = []
  /// The brackets that are open, each with the pair of brackets directly before it.
  private var open: [(start: Int, text: SourceRange?)] = []
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
  }

  /// Forgets the open brackets: there is no link within a link.
  mutating func reset() {
    open.removeAll()
  }

  /// Reads a stretch of text.
  mutating func read(_ range: SourceRange) {
    let bracket = source.bytes.firstIndex(ofEither: UInt8(ascii: "["), or: UInt8(ascii: "]"), in: range.range)
    guard bracket != nil else { return }
    let bytes = source.bytes(in: range)
    var index = bytes.startIndex
    var pending: SourceRange?
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["):
        let isGlued = pending.map { $0.upperBound == index } ?? false
        open.append((index, isGlued ? pending : nil))
        pending = nil
      case UInt8(ascii: "]"):
        guard let last = open.popLast() else { break }
        let pair = SourceRange(last.start, index + 1)
        let behind = pair.upperBound
        if last.text == nil, behind < source.bytes.count, source.bytes[behind] == UInt8(ascii: "[") {
          pending = pair
        } else {
          add(text: last.text, pair)
        }
      default: break
      }
      index += 1
    }
  }

  private mutating func add(text: SourceRange?, _ pair: SourceRange) {
    let named = pair.count > 2 ? pair : text ?? pair
    guard named.count > 2 else { return }
    let label = SourceRange(named.lowerBound + 1, named.upperBound - 1)
    let form: Form = text == nil ? .shortcut : pair.count == 2 ? .collapsed : .full
    found.append(Reference(range: text.map { $0.union(pair) } ?? pair, label: label, form: form))
  }
}
