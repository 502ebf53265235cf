import AwesomeList

/// The names of entries that are one word, and the parts of those that are written as a path, as far as they are among some words
/// that begin with a small letter.
struct TitleWords {
  private(set) var words: Set<String> = []

  init(of entries: [Entry], among wanted: [String]) {
    if wanted.isEmpty { return }
    let all = Set(wanted)
    let filter = WordFilter(wanted)
    for entry in entries {
      let bytes = entry.title.utf8
      if bytes.contains(where: \.isBlank) { continue }
      let isASCII = bytes.allSatisfy { $0 < 0x80 }
      if !isASCII, entry.title.contains(where: \.isWhitespace) { continue }
      // The parts of “owner/name”; those of a longer name are words like any other.
      for word in bytes.split(separator: UInt8(ascii: "/")) {
        guard let first = word.first, let last = word.last, first >= 0x80 || (0x61...0x7A).contains(first),
          !isASCII || filter.mayHold(length: word.count, first: first, last: last)
        else { continue }
        let word = String(Substring(word))
        if all.contains(word) { words.insert(word) }
      }
    }
  }
}
