import AwesomeList
import Markdown
import Source

/// The entries of a list as rules need them, read in parts, so that all cores can read them.
struct EntryIndex: Sendable {
  private struct Part: Sendable {
    var outlines: [EntryOutline] = []
    var texts: [EntryText] = []
  }

  /// How many entries make a part that is worth a core's while.
  private static let partSize = 1 << 10

  /// The outline of each entry.
  var outlines: [EntryOutline] { lazyOutlines.value }
  private let lazyOutlines: Lazy<[EntryOutline]>
  /// The descriptions of the entries that have one after their link.
  var texts: [EntryText] { lazyTexts.value }
  private let lazyTexts: Lazy<[EntryText]>
  private let parts: [Lazy<Part>]

  /// The index of a document's entries; a closure finds the inlines that begin in a range.
  ///
  /// A description with the line of another item or heading in it, whose marker lacks a space, is nobody's.
  init(
    _ entries: [Entry], in document: Document, hidden: Lazy<HiddenContent>,
    _ inlines: @escaping @Sendable (SourceRange) -> ArraySlice<LocatedInline>
  ) {
    let parts = stride(from: 0, to: entries.count, by: Self.partSize).map { start in
      Lazy { Self.part(entries[start..<min(start + Self.partSize, entries.count)], in: document, inlines) }
    }
    self.parts = parts
    lazyOutlines = Lazy { parts.flatMap(\.value.outlines) }
    lazyTexts = Lazy {
      let texts = parts.flatMap(\.value.texts)
      return hidden.value.gluedMarkers.isEmpty ? texts : texts.filter { !hidden.value.hasGluedMarker(in: $0.body) }
    }
  }

  /// What makes the parts, each of them.
  var tasks: [@Sendable () -> Void] { parts.map { part in { _ = part.value } } }

  private static func part(
    _ entries: ArraySlice<Entry>, in document: Document, _ inlines: (SourceRange) -> ArraySlice<LocatedInline>
  ) -> Part {
    let source = document.source
    var part = Part()
    part.outlines.reserveCapacity(entries.count)
    part.texts.reserveCapacity(entries.count)
    for entry in entries {
      let outline = EntryOutline.of(entry, in: source)
      part.outlines.append(outline)
      guard outline.leadsWithLink, let text = EntryText.of(entry, inlines, in: document, source) else { continue }
      part.texts.append(text)
    }
    return part
  }
}
