import AwesomeList
import Markdown
import Source

/// Writes entries in one shape.
///
/// An entry with more than a link and a description of one paragraph is kept as it is, and so is one that would not be read back as the
/// same entry.
struct EntryShaping {
  private let list: List
  private let shape: RenderOptions.Shape
  private let text: EditedSource
  /// The definitions of reference links by the offsets of their destinations.
  private let definitions: [Int: SourceRange]

  init(_ list: List, _ shape: RenderOptions.Shape, _ text: EditedSource) {
    self.list = list
    self.shape = shape
    self.text = text
    definitions = Dictionary(list.document.definitions.map { ($0.destinationRange.lowerBound, $0.range) }) { first, _ in
      first
    }
  }

  /// The items, those that can be in the new shape; nil where all are kept as they are.
  func shaped(_ items: [RunItem]) -> [RunItem]? {
    let shaped = items.map { self.shaped($0) }
    guard shaped.contains(where: { $0 != nil }) else { return nil }
    return zip(items, shaped).map { $1 ?? $0 }
  }

  private func shaped(_ item: RunItem) -> RunItem? {
    guard let entry = item.entry, let parts = parts(of: item, entry), let lines = lines(of: parts) else { return nil }
    let isItem = shape != .details
    let whole = isItem ? ["- " + (lines.first ?? "")] + lines.dropFirst() : lines
    guard isSame(entry, as: whole) else { return nil }
    return RunItem(content: .lines(lines, isItem: isItem), entry: entry)
  }

  private func parts(of item: RunItem, _ entry: Entry) -> EntrySource? {
    switch item.content {
    case .item(let block, _, let quote):
      let isQuoted = quote != nil
      if shape == .quote && isQuoted || shape == .dash && entry.shape == .dash { return nil }
      return EntrySource(entry, item: block, quote: quote, text: text)
    case .blocks: return shape == .details ? nil : EntrySource(details: entry, source: text)
    case .lines: return nil
    }
  }

  private func lines(of parts: EntrySource) -> [String]? {
    switch shape {
    case .keep: nil
    case .dash: ["\(parts.link) - \(parts.description[0])"] + parts.description.dropFirst().map { "  " + $0 }
    case .quote: [parts.link] + parts.description.map { "> " + $0 }
    case .details:
      parts.linkHTML.map {
        ["<details><summary>\($0)</summary>", ""] + parts.description + ["", "</details>"]
      }
    }
  }

  /// Whether lines are read back as the same entry.
  private func isSame(_ entry: Entry, as lines: [String]) -> Bool {
    let used = ([entry.link].compactMap(\.self) + entry.furtherLinks).compactMap(\.definitionRange?.lowerBound)
    let labels = Set(used).compactMap { definitions[$0] }.map { text[$0] }
    let whole = (lines + labels.flatMap { ["", $0] }).joined(separator: "\n") + "\n"
    guard let document = try? Document(SourceText(whole)) else { return false }
    let entries = List(document).entries
    guard entries.count == 1, let found = entries.first else { return false }
    return found.title.words == entry.title.words && found.link?.url == entry.link?.url && found.tags == entry.tags
      && found.furtherLinks.map(\.url) == entry.furtherLinks.map(\.url)
      && found.description?.text.words == entry.description?.text.words && found.children.isEmpty
  }
}

extension String {
  var words: [Substring] { split(whereSeparator: \.isWhitespace) }
}
