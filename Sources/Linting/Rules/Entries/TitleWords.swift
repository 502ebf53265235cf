import AwesomeList
import Source

/// The names of entries that are one word, and the parts of those that are written as a path, as far as they are among some words
/// that begin with a small letter.
struct TitleWords {
  private(set) var words: Set<String> = []

  init(of index: ListIndex, among wanted: [String]) {
    if wanted.isEmpty { return }
    let all = Set(wanted)
    let filter = WordFilter(wanted)
    let outlines = index.outlines
    for position in outlines.indices where outlines[position].mayBeSmallWord {
      var title = index.entries[position].title
      let candidates = title.withUTF8 { unsafe Self.candidates(in: $0, filter) }
      if candidates.isEmpty || candidates.contains(where: { !$0.isASCII }) && title.contains(where: \.isWhitespace) {
        continue
      }
      words.formUnion(candidates.lazy.map(\.word).filter(all.contains))
    }
  }

  /// The parts of “owner/name”, or a name without a slash, that may be among the words; those of a longer name are words like any other.
  private static func candidates(
    in title: UnsafeBufferPointer<UInt8>, _ filter: WordFilter
  ) -> [(word: String, isASCII: Bool)] {
    var isASCII = true
    for index in title.indices {
      let byte = unsafe title[index]
      if byte.isASCIIWhitespace { return [] }
      if byte >= 0x80 { isASCII = false }
    }
    var found: [(word: String, isASCII: Bool)] = []
    var start = 0
    for end in 0...title.count where unsafe end == title.count || title[end] == UInt8(ascii: "/") {
      defer { start = end + 1 }
      guard start < end, unsafe title[start] >= 0x80 || title[start].isASCIILowercase,
        unsafe !isASCII || filter.mayHold(length: end - start, first: title[start], last: title[end - 1])
      else { continue }
      unsafe found.append((String(decoding: title[start..<end], as: UTF8.self), isASCII))
    }
    return found
  }
}
