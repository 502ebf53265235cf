import Markdown
import Source

/// Divides a list's file into its parts.
struct PartsBuilder {
  private let list: List
  private let source: SourceText
  private let classifier: BlockClassifier
  private var parts: [Part] = []
  private var definitions: ArraySlice<LinkDefinition>
  /// The kinds of the outermost blocks by their offsets.
  private var kinds: [Int: Part.Kind] = [:]

  init(_ list: List) {
    self.list = list
    source = list.document.source
    definitions = list.document.definitions[...]
    classifier = BlockClassifier(list)
    if let title = list.title { kinds[title.range.lowerBound] = .title }
    name(list.preamble, isFooter: false)
    for section in list.sections { name(section, isFooter: false) }
  }

  private mutating func name(_ section: Section, isFooter: Bool) {
    kinds[section.heading.range.lowerBound] = .heading
    let isFooter = isFooter || section.isFooter
    name(section.elements, isFooter: isFooter)
    for section in section.sections { name(section, isFooter: isFooter) }
  }

  private mutating func name(_ elements: [Element], isFooter: Bool) {
    for element in elements {
      for block in element.blocks {
        kinds[block.range.lowerBound] =
          switch element {
          case .entries: .entries
          case .contents: .contents
          case .kept: isFooter ? .footer : classifier.kind(of: block)
          }
      }
    }
  }

  mutating func build() -> [Part] {
    if let frontMatter = list.document.frontMatter { add(.frontMatter, to: frontMatter.upperBound) }
    for block in list.document.blocks where block.range.lowerBound >= position {
      fill(to: block.range.lowerBound)
      // A definition inside a block is part of it.
      while let first = definitions.first, first.range.lowerBound < block.range.upperBound { definitions.removeFirst() }
      add(kinds[block.range.lowerBound] ?? .other, to: block.range.upperBound)
    }
    fill(to: source.bytes.count)
    return parts
  }

  private var position: Int { parts.last?.range.upperBound ?? 0 }

  /// Adds the text between blocks: definitions, blank lines, and text that the parser drops.
  private mutating func fill(to end: Int) {
    while let first = definitions.first, first.range.lowerBound < end {
      addGap(to: max(position, first.range.lowerBound))
      add(.definition, to: min(max(position, first.range.upperBound), end))
      definitions.removeFirst()
    }
    addGap(to: end)
  }

  private mutating func addGap(to end: Int) {
    guard position < end else { return }
    let isBlank = source.bytes(in: SourceRange(position, end)).allSatisfy { byte in
      byte.isASCIIWhitespace || byte == UInt8(ascii: ">") || ByteOrderMark.utf8.contains(byte)
    }
    add(isBlank ? .blank : .other, to: end)
  }

  private mutating func add(_ kind: Part.Kind, to end: Int) {
    if end > position { parts.append(Part(kind: kind, range: SourceRange(position, end))) }
  }
}
