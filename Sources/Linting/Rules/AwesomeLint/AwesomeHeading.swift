import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let awesomeHeading = Rule(
    id: "awesome-heading",
    summary: "Write one heading of level 1, in title case (awesome-lint).",
    details: "Names such as macOS and npm, which awesome-lint refuses, are accepted.",
    rationale: "For lists that must pass awesome-lint. `title` checks the same and more.",
    presets: [.awesomeLint: .error],
    example: .pair("↓# Awesome machine learning\n", "# Awesome Machine Learning\n"),
    vectors: [
      .good("# Awesome macOS\n"),
      .good("# Awesome CI/CD for the Web\n\n## Tools\n"),
      .good("# Awesome ქართული հայերեն\n"),
      .bad("↓# Awesome list\n"),
      .bad("↓# AWESOME LIST\n"),
      .bad("↓# AwesomeSwift\n"),
      .bad("# Awesome A\n\n↓# Awesome B\n"),
    ]
  ) { context in
    let blocks = context.document.blocks
    var headings = 0
    if let first = blocks.first, first.kind == .html, isHeading(context.source[first.range].lowercased()) {
      headings += 1
    }
    var result: [Diagnostic] = []
    for (position, block) in blocks.enumerated() {
      guard case .heading(let level) = block.kind, level == 1 || position == 0 else { continue }
      if level > 1 {
        result.append(context.diagnostic("first heading of level \(level); use level 1", at: block.range))
      }
      if !block.phrases.allSatisfy({ !$0.isText || isTitleCase($0.text) }) {
        result.append(context.diagnostic("heading not in title case; capitalise its words", at: block.range))
      }
      headings += 1
      if headings > 1 {
        result.append(context.diagnostic("second heading of level 1; use level 2", at: block.range))
      }
    }
    if headings == 0 {
      result.append(
        context.diagnostic("no heading; begin the list with “# Awesome Name of List”", at: context.fileStart))
    }
    return result
  }

  /// Whether HTML represents a heading: one of its tags, or a centred picture.
  private static func isHeading(_ html: String) -> Bool {
    html.contains(/<h[1-6][\s>]/.matchingSemantics(.unicodeScalar))
      || (html.holds("align=\"center\"") && html.holds("<img"))
  }

  private static func isTitleCase(_ text: String) -> Bool {
    // awesome-lint knows the case of Latin letters only.
    let words = text.split(whereSeparator: \.isWhitespace).filter { word in
      word.unicodeScalars.first.map { !$0.properties.isLowercase || $0.isLatin } ?? true
    }
    let title = words.joined(separator: " ")
    let letters = title.filter(\.isLetter)
    let isShouted = letters.count > 6 && letters.allSatisfy { $0.isUppercase }
    let isGlued = words.count == 1 && title.hasPrefix("Awesome") && title.dropFirst(7).first?.isUppercase == true
    return !isShouted && !isGlued && TitleCase.corrected(title) == nil
  }
}
