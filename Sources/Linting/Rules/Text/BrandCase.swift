import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let brandCase = Rule(
    id: "brand-case",
    summary: "Write product names as their owners do.",
    details: """
      Names of languages are checked only after words such as “written in”. Text in links and code is not checked. The \
      option `words` allows other spellings.
      """,
    rationale: "Search finds one spelling. A list that writes GitHub correctly is trusted with the rest.",
    fix: """
      `--fix` corrects names. `--unsafe-fixes` also corrects names of languages, and names in headings whose anchor \
      changes.
      """,
    presets: [.awesome: .warning, .strict: .warning],
    options: [.words],
    aliases: ["awesome-spell-check"],
    example: .pair(
      "- [gh](https://cli.github.com) - ↓Github in the terminal.\n",
      "- [gh](https://cli.github.com) - GitHub in the terminal.\n"),
    vectors: [
      .good(
        "- [Github-helper](https://example.org) - For GitHub, see github.com, `Github` and Javascript-like_names.\n"),
      .good("- [A](https://example.org) - A swift python, at rust colours.\n"),
      .bad(
        "- [A](https://example.org) - For ↓Github and ↓Javascript.\n",
        fixed: "- [A](https://example.org) - For GitHub and JavaScript.\n"),
      .bad(
        "<ul>\n<li><a href=\"https://example.org/Github\">A</a> - For ↓Github.</li>\n</ul>\n",
        fixed: "<ul>\n<li><a href=\"https://example.org/Github\">A</a> - For GitHub.</li>\n</ul>\n"),
      .bad(
        "- [A](https://example.org) - On ↓MacOS, ↓NodeJS and ↓StackOverflow.\n",
        fixed: "- [A](https://example.org) - On macOS, Node.js and Stack Overflow.\n"),
      .bad(
        "[A](#stackoverflow-bots)\n\n## ↓StackOverflow bots\n",
        fixed: "[A](#stack-overflow-bots)\n\n## Stack Overflow bots\n"),
      .bad(
        "- [A](https://example.org) - Tool written in ↓python.\n",
        fixed: "- [A](https://example.org) - Tool written in Python.\n"),
    ]
  ) { context in
    let links = context.index.linkRanges
    let source = context.source
    return source.brandCandidates(in: context.texts).compactMap { word, text in
      let next = links.partitioningIndex { $0.upperBound > text.lowerBound }
      if next < links.count, links[next].contains(text) { return nil }
      return diagnostic(word, in: text, context)
    }
  }

  private static func diagnostic(_ place: SourceRange, in text: SourceRange, _ context: RuleContext) -> Diagnostic? {
    let word = context.source[place]
    let name = Brands.names[word]
    guard name != nil || Brands.isLanguage(word) && context.source.mayFollowIn(place, in: text),
      !context.words(.words).contains(word), !touches(place, in: text, context.source)
    else { return nil }
    if let name {
      return context.diagnostic("write “\(name)”, not “\(word)”", at: place, fix: fix(place, name, context))
    }
    let before = context.source[SourceRange(max(text.lowerBound, place.lowerBound - 40), place.lowerBound)]
    let behind = context.source[SourceRange(place.upperBound, min(text.upperBound, place.upperBound + 40))]
    let language = Brands.language(
      word[...], before: behind.split(whereSeparator: \.isWhitespace).first,
      behind: before.split(whereSeparator: \.isWhitespace))
    return language.map {
      context.diagnostic("write “\($0)”, not “\(word)”", at: place, fix: .unsafe(Edit(place, $0)))
    }
  }

  /// The edit that writes a name; in a heading, whose anchor a blank changes, with those of the links to it.
  private static func fix(_ place: SourceRange, _ name: String, _ context: RuleContext) -> Fix? {
    let edit = Edit(place, name)
    guard name.contains(" "), let heading = context.heading(holding: place) else {
      return .safe(edit)
    }
    let renamed = heading.text.replacing(context.source[place], with: name, maxReplacements: 1)
    guard Slugger.slug(heading.text) == heading.anchor,
      let links = context.edits(ofLinksTo: heading, renamed: renamed)
    else { return nil }
    return Fix(edits: [edit] + links, isSafe: false)
  }

  /// Whether a word is a part of something longer: an address, a path, a package's name.
  private static func touches(_ place: SourceRange, in text: SourceRange, _ source: SourceText) -> Bool {
    let marks = "-_./\\@#:=&'’"
    let before = source[SourceRange(max(text.lowerBound, place.lowerBound - 4), place.lowerBound)]
    let behind = source[SourceRange(place.upperBound, min(text.upperBound, place.upperBound + 8))]
    if let last = before.last, marks.contains(last) || last.isLetter || last.isNumber { return true }
    guard let next = behind.first else { return false }
    if "'’".contains(next) { return false }
    if ".:".contains(next) { return behind.dropFirst().first.map { $0.isLetter || $0.isNumber || $0 == "/" } ?? false }
    return marks.contains(next) || next.isLetter || next.isNumber
  }
}

extension SourceText {
  /// Whether the word before a place may be “in”, as far as the bytes of ASCII show.
  fileprivate func mayFollowIn(_ place: SourceRange, in text: SourceRange) -> Bool {
    var end = place.lowerBound
    while end > text.lowerBound, bytes[end - 1].isASCIIWhitespace { end -= 1 }
    guard end - 2 >= text.lowerBound else { return false }
    return bytes[end - 1] >= 0x80 || bytes[end - 1] == UInt8(ascii: "n") && bytes[end - 2] == UInt8(ascii: "i")
  }

  /// The words of ASCII letters that may be misspelt names, each with the one of some texts that it is in.
  fileprivate func brandCandidates(in texts: [SourceRange]) -> [(word: SourceRange, text: SourceRange)] {
    let filter = Brands.filter
    return unsafe filter.lengths.withUnsafeBufferPointer { lengths in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        var result: [(word: SourceRange, text: SourceRange)] = []
        for text in texts {
          let end = min(text.upperBound, bytes.count)
          var index = text.lowerBound
          while index < end {
            let first = index
            // A letter, whichever its case, is less than 26 after the first one.
            while index < end, unsafe (bytes[index] | 0x20) &- 0x61 < 26 { index &+= 1 }
            let length = index &- first
            if length > 2, unsafe lengths[Int(bytes[first])] &>> UInt16(truncatingIfNeeded: length & 0xF) & 1 != 0,
              unsafe filter.mayHold(length: length, first: bytes[first], last: bytes[index &- 1])
            {
              result.append((SourceRange(first, index), text))
            }
            index &+= 1
          }
        }
        return result
      }
    }
  }
}
