public import Markdown
public import Source

/// The text that other tools write or protect, by their comments: doctoc, MarkdownTOC, mktoc, all-contributors, prettier-ignore and such.
public struct ManagedRegions: Sendable {
  /// In the order of the text, from the opening comment to the closing one.
  public let ranges: [SourceRange]
  /// Those that a tool writes anew from other data, such as the table of all contributors.
  public let generated: [SourceRange]

  public init(_ document: Document) {
    var ranges: [SourceRange] = []
    var generated: [SourceRange] = []
    var open: [(tool: String, start: Int)] = []
    let blocks = document.blocks
    for (index, block) in blocks.enumerated() where block.kind == .html {
      for comment in Self.comments(in: block) {
        switch Self.mark(of: comment.text) {
        case .opening(let tool): open.append((tool, comment.range.lowerBound))
        case .closing(let tool):
          guard let place = open.firstIndex(where: { $0.tool == tool }) else { continue }
          let range = SourceRange(open[place].start, comment.range.upperBound)
          ranges.append(range)
          if Self.generators.contains(tool) { generated.append(range) }
          open.removeSubrange(place...)
        case .next:
          guard index + 1 < blocks.count else { continue }
          ranges.append(comment.range.union(blocks[index + 1].range))
        case nil: continue
        }
      }
    }
    self.ranges = ranges.sorted()
    self.generated = generated
  }

  /// Whether a range is in text of another tool.
  public func contains(_ range: SourceRange) -> Bool { ranges.contains { $0.contains(range) } }

  private enum Mark {
    case opening(String)
    case closing(String)
    /// Protects the next block.
    case next
  }

  /// The comments of a block of raw HTML, without their syntax.
  private static func comments(in block: Block) -> [(text: String, range: SourceRange)] {
    let bytes = block.sourceText.bytes(in: block.range)
    var result: [(String, SourceRange)] = []
    var position = bytes.startIndex
    while let start = bytes.firstIndex(of: "<!--", from: position),
      let end = bytes.firstIndex(of: "-->", from: start + 4)
    {
      let text = String(decoding: bytes[(start + 4)..<end], as: UTF8.self)
      result.append((text.lowercased().trimmed, SourceRange(start, end + 3)))
      position = end + 3
    }
    return result
  }

  /// What a comment marks; nil for one that is no tool's.
  private static func mark(of comment: String) -> Mark? {
    switch comment {
    case "prettier-ignore": return .next
    case "prettier-ignore-start": return .opening("prettier")
    case "prettier-ignore-end": return .closing("prettier")
    case "ts": return .opening("gh-md-toc")
    case "te": return .closing("gh-md-toc")
    case "vim-markdown-toc": return .closing("markdown-toc")
    case "toc", "toc start", "toc-start", "toc:start", "start toc": return .opening("toc")
    case "/toc", "tocstop", "toc stop", "toc end", "toc-end", "toc:end", "end toc", "endtoc": return .closing("toc")
    default: break
    }
    guard let tool = tools.first(where: { comment.contains($0) }) else { return nil }
    let words = comment.split { !$0.isLetter }
    return comment.hasPrefix("/") || words.contains("end") || words.contains("stop") ? .closing(tool) : .opening(tool)
  }

  private static let generators = ["all-contributors-", "auto-generated"]
  private static let tools = ["doctoc", "markdowntoc", "markdown-toc", "mktoc", "all-contributors-", "auto-generated"]
}

extension ArraySlice<UInt8> {
  /// Where a text begins at or after an offset.
  func firstIndex(of text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, start >= startIndex else { return nil }
    var index = start
    while index + wanted.count <= endIndex {
      if self[index] == first, self[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
      index += 1
    }
    return nil
  }
}
