import Diagnostics
import Markdown
import AwesomeList
import Source
import TextEncodings
import TextRepair

/// A text file with its encoding repaired.
struct RepairedFile: Sendable {
  private let input: InputFile
  private let text: DecodedText
  private let repairs: [Mojibake]
  private let bytes: [UInt8]

  /// Reads and repairs a file; bytes that are not UTF-8 are an error unless a fallback can read them.
  init(_ input: InputFile, fallback: TextEncoding?) throws(Failure) {
    self.input = input
    text = try input.decoded(fallback: fallback)
    let protected = Self.protectedRegions(of: text.source, name: input.name)
    let (bytes, repairs) = Repairer().repaired(text.source.bytes, protected: protected)
    self.repairs = repairs
    self.bytes = Array(bytes.droppingByteOrderMarks)
  }

  /// Code and URLs of a Markdown file, known by its name; in other texts, URLs. In both, what comments suppress.
  private static func protectedRegions(of source: SourceText, name: String) -> [ProtectedRegion] {
    let isMarkdown = name.hasMarkdownSuffix
    let mayHaveComments = source.bytes.contains(UInt8(ascii: "<"))
    guard isMarkdown || mayHaveComments, let document = try? Document(source) else {
      return [ProtectedRegion](code: [], destinations: source.addressRanges)
    }
    let list = List(document)
    return [ProtectedRegion](
      code: isMarkdown ? document.codeRanges : [],
      destinations: isMarkdown ? list.destinationRanges : source.addressRanges,
      suppressed: Suppressions(list).ranges(of: Mojibake.ruleID))
  }

  /// The change; to standard output where the file itself is not to be written.
  func change(inPlace: Bool) -> FileChange {
    FileChange(
      name: input.name, path: inPlace ? input.path : nil, old: input.bytes, new: bytes, oldText: text.source.bytes)
  }

  /// The most places of one file that are reported one by one: the notes would outgrow the file.
  private static let reportLimit = 1000

  /// Reports the damage that was not repaired.
  func reportDamage() {
    let rest = repairs.filter { !$0.isApplicable && $0.obstacle != .suppressed }
    for repair in rest.prefix(Self.reportLimit) {
      let place = text.source.location(of: repair.range.lowerBound)
      let hint =
        repair.candidates.isEmpty
        ? "" : "; candidates: " + repair.candidates.map { "“\($0)”" }.joined(separator: ", ")
      let reason = repair.obstacle?.reason ?? "no candidate"
      Console.note("\(input.name):\(place.line):\(place.column): “\(repair.before)” not repaired: \(reason)\(hint)")
    }
    if rest.count > Self.reportLimit {
      Console.note("\(input.name): \(rest.count - Self.reportLimit) more places not repaired")
    }
  }

  /// Prints the encoding in which a file was read that is written elsewhere.
  func printEncoding() {
    guard text.isTranscoded else { return }
    Console.note("\(input.name): read as \(text.encoding.name), written as UTF-8")
  }

  /// Prints what was repaired.
  func printOutcome() {
    let count = repairs.count(where: \.isApplicable)
    let encoding = text.isTranscoded ? ", read as \(text.encoding.name)" : ""
    // Beside repairs it needs no mention; as the only change it does.
    let mark = count == 0 && text.hasByteOrderMark && !text.isTranscoded ? ", byte order mark removed" : ""
    Console.note("\(input.name): \(counted(count, "damaged place")) repaired\(encoding)\(mark)")
  }
}

extension SourceText {
  /// URLs in a text without mark-up, each from its scheme to the next space, quote or angle bracket.
  fileprivate var addressRanges: [SourceRange] {
    var ranges: [SourceRange] = []
    var index = bytes.startIndex
    while let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) {
      index = colon + 1
      guard bytes[colon...].starts(with: "://".utf8) else { continue }
      let scheme = ["https", "http"].first { bytes[..<colon].suffix($0.utf8.count).elementsEqual($0.utf8) }
      guard let scheme else { continue }
      let end = bytes[colon...].firstIndex { $0 <= 0x20 || [0x22, 0x27, 0x3C, 0x3E].contains($0) } ?? bytes.endIndex
      ranges.append(SourceRange(colon - scheme.utf8.count, end))
      index = end
    }
    return ranges
  }
}
