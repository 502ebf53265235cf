import Diagnostics
import Markdown
import AwesomeList
import Source
import TextRepair

/// A text file with its encoding repaired.
struct RepairedFile {
  private let input: InputFile
  private let text: DecodedText
  private let repairs: [Mojibake]
  private let bytes: [UInt8]

  /// Reads and repairs a file; bytes that are not UTF-8 are an error unless a fallback can read them.
  init(_ input: InputFile, fallback: FallbackEncoding?) throws(Failure) {
    self.input = input
    text = try Self.decode(input, fallback: fallback)
    let protected = Self.protectedRegions(of: text.source, name: input.name)
    let (bytes, repairs) = Repairer().repaired(text.source.bytes, protected: protected)
    self.repairs = repairs
    self.bytes = Self.withoutByteOrderMarks(bytes)
  }

  /// The bytes without the byte order marks at their start; joined files can have several, and one left would go in the next repair.
  private static func withoutByteOrderMarks(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...]
    while rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    return Array(rest)
  }

  private static func decode(_ input: InputFile, fallback: FallbackEncoding?) throws(Failure) -> DecodedText {
    do {
      return try decodeText(input.bytes)
    } catch {
      guard case .invalidUTF8 = error, let decoded = decodeWindows1252(input.bytes) else { throw input.failure(error) }
      if fallback == .windows1252 { return decoded }
      throw Failure(
        "\(input.name): \(error); every such byte is one of Windows-1252: if it is that, add --from windows-1252")
    }
  }

  /// Code and addresses of a Markdown file, which its name tells; in other texts, addresses. What comments exempt, in both.
  private static func protectedRegions(of source: SourceText, name: String) -> [ProtectedRegion] {
    let isMarkdown = [".md", ".markdown", ".mdown", ".mkd", ".mdx"].contains { name.lowercased().hasSuffix($0) }
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

  /// More places of one file than this are only counted: nobody reads on, and the notes would outgrow the file.
  private static let mostDoubts = 1000

  /// Names on standard error what is damaged and was not repaired.
  func nameDoubts() {
    let doubts = repairs.filter { !$0.isApplicable && $0.obstacle != .suppressed }
    for repair in doubts.prefix(Self.mostDoubts) {
      let place = text.source.location(of: repair.range.lowerBound)
      let hint =
        repair.candidates.isEmpty
        ? "" : "; it may have been " + repair.candidates.map { "“\($0)”" }.joined(separator: ", ")
      let reason = repair.obstacle?.reason ?? "there is no answer"
      Console.note("\(input.name):\(place.line):\(place.column): “\(repair.before)” not repaired: \(reason)\(hint)")
    }
    if doubts.count > Self.mostDoubts {
      Console.note("\(input.name): \(doubts.count - Self.mostDoubts) more places not repaired")
    }
  }

  /// Says of a file that goes elsewhere in which encoding it was read, because there is no other sign of it.
  func sayEncoding() {
    guard text.isTranscoded else { return }
    Console.note("\(input.name): read as \(text.encoding.name), written as UTF-8")
  }

  /// Says what was done.
  func say() {
    let count = repairs.count(where: \.isApplicable)
    let encoding = text.isTranscoded ? ", read as \(text.encoding.name)" : ""
    // Beside repairs nobody misses it; alone, it would be a change without a reason.
    let mark = count == 0 && text.hasByteOrderMark && !text.isTranscoded ? ", byte order mark removed" : ""
    Console.note("\(input.name): \(count) damaged \(count == 1 ? "place" : "places") repaired\(encoding)\(mark)")
  }
}

extension SourceText {
  /// Web addresses in a text without mark-up, each from its scheme to the next blank, quote or angle bracket.
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
