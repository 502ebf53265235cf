import AwesomeList
import BenchmarkSupport
import Diagnostics
import Linting
import Markdown
import Rendering
import Source
import TextRepair

/// Something that holds for every text, with the sentence that says so.
struct Property: Sendable {
  let claim: String
  let holds: @Sendable ([UInt8]) -> Bool

  static let all = [
    repairIsIdempotent, partsAreTheFile, rangesAreInTheFile, fixingConverges, fixingByAllRulesConverges,
    renderingIsIdempotent,
    optionsAreIdempotent, renderingSaysTheSame, renderingSorts,
  ]

  private static let repairIsIdempotent = Property(claim: "a repaired text has nothing to repair") { bytes in
    guard let text = try? decodeText(bytes) else { return true }
    let once = Repairer().repaired(text.source.bytes, protected: []).bytes
    return Repairer().repaired(once, protected: []).bytes == once
  }

  private static let partsAreTheFile = Property(claim: "the parts of a list, in order, are its file") { bytes in
    guard let list = list(bytes) else { return true }
    var position = 0
    for part in list.parts {
      guard part.range.lowerBound == position else { return false }
      position = part.range.upperBound
    }
    return position == list.document.source.bytes.count
  }

  private static let rangesAreInTheFile = Property(claim: "what is found in a list lies within its file") { bytes in
    guard let list = list(bytes) else { return true }
    let ranges = list.links.map(\.range) + Linter().lint(list).map(\.range)
    return ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= list.document.source.bytes.count }
  }

  private static let fixingConverges = Property(claim: "fixing converges, and a second time changes nothing") { bytes in
    converges(bytes, by: Linter())
  }

  private static let fixingByAllRulesConverges = Property(claim: "fixing by all rules converges as well") { bytes in
    var ruleOptions = RuleOptions()
    ruleOptions[.separator] = .text(["-", "–", "—", ":"][bytes.count % 4])
    return converges(
      bytes,
      by: Linter(
        severities: Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.id, .some(.error)) }), options: ruleOptions))
  }

  private static func converges(_ bytes: [UInt8], by linter: Linter) -> Bool {
    guard let list = list(bytes) else { return true }
    for isUnsafe in [false, true] {
      guard let once = try? linter.fix(list.document.source, includingUnsafe: isUnsafe),
        let twice = try? linter.fix(once.source, includingUnsafe: isUnsafe)
      else { return false }
      if twice.source.bytes != once.source.bytes { return false }
    }
    return true
  }

  private static let renderingIsIdempotent = Property(claim: "a rendered list is rendered as itself") { bytes in
    guard let text = try? decodeText(bytes), let once = try? Renderer().render(text.source) else { return true }
    return (try? Renderer().render(SourceText(utf8: once.bytes)).bytes) == once.bytes
  }

  private static let optionsAreIdempotent = Property(claim: "a list rendered with options is rendered as itself") {
    bytes in
    guard let text = try? decodeText(bytes) else { return true }
    // The text itself says which, so that a failure can be seen again.
    let draw = bytes.reduce(UInt64(17)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } >> 8
    var options = RenderOptions()
    options.shape = RenderOptions.Shape.allCases[Int(draw & 3)]
    options.contents = RenderOptions.Contents.allCases[Int(draw >> 2 & 3) % 3]
    options.emoji = RenderOptions.Emoji.allCases[Int(draw >> 4 & 3) % 3]
    options.order = draw >> 6 & 1 == 0 ? nil : NameOrder()
    options.completesEmoji = draw >> 7 & 1 == 0
    options.keepsNumbers = draw >> 8 & 1 == 0
    options.style = draw >> 10 & 1 == 0 ? .own : .canonical
    if draw >> 9 & 1 == 0 { options.header = "# Header" }
    guard let once = try? Renderer(options).render(text.source) else { return true }
    return (try? Renderer(options).render(SourceText(utf8: once.bytes)).bytes) == once.bytes
  }

  private static let renderingSaysTheSame = Property(claim: "the HTML of a rendered list is that of the list") {
    bytes in
    // Repairs and links into the list, which may be a contents list, are what rendering may change.
    guard let list = list(bytes), !list.links.contains(where: \.isFragment),
      let rendered = try? Renderer().render(list), rendered.repairs.allSatisfy({ !$0.isApplicable })
    else { return true }
    return html(list.document.source.bytes) == html(rendered.bytes)
  }

  private static let renderingSorts = Property(claim: "what rendering sorts is in order") { bytes in
    guard let text = try? decodeText(bytes), let rule = Rule.named("order") else { return true }
    var options = RenderOptions()
    options.order = NameOrder()
    guard let rendered = try? Renderer(options).render(text.source), let list = list(rendered.bytes) else {
      return true
    }
    // What stays as it stands is not sorted.
    return !rendered.keptLines.isEmpty
      || Linter(rules: [rule], severities: [rule.id: .warning]).lint(list).isEmpty
  }

  /// What GitHub's Markdown makes of a text, without the blanks at tags, which no browser shows.
  ///
  /// By bytes: to Swift a blank with a mark behind it is another character than the line end in its place, to a browser it is none.
  private static func html(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    // Byte order marks show nothing, and a rendered list has none.
    let bytes = bytes.droppingByteOrderMarks
    let blank = UInt8(ascii: " ")
    let tags = (BareParser.html(Array(bytes)) ?? "").utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "<"): [blank, byte]
      case UInt8(ascii: ">"): [byte, blank]
      default: [byte]
      }
    }
    return tags.split { $0 <= blank }
  }

  private static func list(_ bytes: [UInt8]) -> List? {
    try? List(decodeText(bytes).source)
  }
}
