import AwesomeList
import Markdown
import Source
import TextEncodings
import TextRepair

/// A text file with its encoding repaired.
struct RepairedFile: Sendable {
  let input: InputFile
  let text: DecodedText
  /// All damage, in order: what is repaired, and what is left.
  let damage: [Mojibake]
  private let bytes: [UInt8]

  /// Reads and repairs a file; bytes that are not UTF-8 are an error without a fallback that has them.
  init(_ input: InputFile, fallback: TextEncoding?) throws(Failure) {
    self.input = input
    text = try input.decoded(fallback: fallback)
    let protected = Self.protectedRegions(of: text.source, kind: TextKind(of: input))
    let (bytes, damage) = Repairer().repaired(text.source.bytes, protected: protected)
    self.damage = damage
    self.bytes = Array(bytes.droppingByteOrderMarks)
  }

  /// The code, addresses and syntax of a Markdown file, and what its comments suppress; of any other, addresses and syntax.
  private static func protectedRegions(of source: SourceText, kind: TextKind) -> [ProtectedRegion] {
    guard kind == .markdown, let document = try? Document(source) else {
      return [ProtectedRegion](
        code: [], destinations: AddressSearch(source, kind: kind).ranges(),
        syntax: QuoteSearch(source, kind: kind).ranges())
    }
    let list = List(document)
    return [ProtectedRegion](
      code: document.codeRanges, destinations: list.destinationRanges, syntax: list.quoteRanges,
      suppressed: Suppressions(list).ranges(of: Mojibake.ruleID))
  }

  /// The change; to standard output where the file itself is not to be written.
  func change(inPlace: Bool) -> FileChange {
    FileChange(
      name: input.name, path: inPlace ? input.path : nil, old: input.bytes, new: bytes, oldText: text.source.bytes)
  }
}
