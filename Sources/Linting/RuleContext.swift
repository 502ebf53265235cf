public import AwesomeList
public import Diagnostics
public import Markdown
public import Source

/// What a rule may look at: the list and the facts around it, as values.
public struct RuleContext: Sendable {
  public let index: ListIndex
  /// The list's text, which rules use all the time.
  public let source: SourceText
  let textFindings: Lazy<TextFindings>
  /// The list's own forms, or with a baseline those of that.
  let conventions: Conventions
  /// The id of the rule that runs.
  let rule: String
  let preset: Preset
  /// What is set of the options; a rule reads its own by `words` and `text`.
  let options: RuleOptions
  /// What is known about the place of the list.
  public let environment: ListEnvironment
  /// Where comments switch rules off.
  let suppressions: Suppressions
  /// The ranges in which they switch off this rule.
  let suppressed: Lazy<[SourceRange]>
  /// The comments, and the names in them, that covered no finding; known to the last rule.
  var unused: Set<Suppressions.Mention> = []
  /// The ids of the rules of other commands, which comments may name.
  var otherRules: Set<String> = []
  /// The severity of findings that name none.
  let severity: Severity

  /// Whether the configuration sets the rule's severity, and with it what the rule asks for.
  let isLaw: Bool
  /// Whether the list's own forms count where the configuration sets none.
  var followsConventions: Bool { preset == .awesome && !isLaw }

  /// Whether rules that awesome-lint has too find what it finds, also where that is stricter than a reader would be.
  var followsAwesomeLint: Bool { preset == .awesomeLint }

  /// What is wrong with the list's characters.
  public var text: TextFindings { textFindings.value }
  public var list: List { index.list }
  public var document: Document { list.document }

  /// A finding of this rule.
  ///
  /// - Parameter writesIntoHidden: whether the fix is for what GitHub does not show as it was meant; no other fix may write there.
  public func diagnostic(
    _ message: String, at range: SourceRange, severity: Severity? = nil, fix: Fix? = nil,
    writesIntoHidden: Bool = false
  ) -> Diagnostic {
    let fix = fix.flatMap { !writesIntoHidden && index.hidden.isTouched(by: $0.edits) ? nil : $0 }
    let message = message.utf8.contains(UInt8(ascii: "@")) ? hidingPasswords(in: message, at: range) : message
    return Diagnostic(rule: rule, severity: severity ?? self.severity, message: message, range: range, fix: fix)
  }

  /// The message without the passwords at its place that nothing in it shows to be some: where a URL with a password is no link, GitHub
  /// makes an e-mail address of the password and the host.
  private func hidingPasswords(in message: String, at range: SourceRange) -> String {
    let secrets = index.secrets
    let first = secrets.partitioningIndex { $0.upperBound > range.lowerBound }
    // What a message quotes begins at its place.
    return secrets[first...].prefix(8).prefix { $0.lowerBound < range.upperBound }.reduce(message) { message, secret in
      let text = source[secret]
      let password = text[text.upTo(":").endIndex...].removing(prefix: ":") ?? ""
      return password.isEmpty ? message : message.replacing(each: password + "@", by: Credentials.mask + "@")
    }
  }

  /// The descriptions of all entries that have one after their link.
  var entryTexts: [EntryText] { index.entryTexts }

  /// The texts that a reader sees: those of Markdown with some kinds of bytes, then those of entries in raw HTML.
  func texts(holding traits: ByteTraits) -> [SourceRange] {
    index.texts.holding(traits) + rawTexts.flatMap { $0.map(\.range) }
  }

  /// All texts that a reader sees.
  var texts: [SourceRange] {
    index.texts.all + rawTexts.flatMap { $0.map(\.range) }
  }

  /// The texts of each description in raw HTML, without those of its code and links.
  var rawTexts: [[EntryText.Piece]] {
    let texts = entryTexts
    var raw: [[EntryText.Piece]] = []
    for position in texts.indices where texts[position].isRaw {
      raw.append(texts[position].pieces.filter { $0.kind == .text })
    }
    return raw
  }

  /// The words of a link without its marks; the link where they could not be found.
  func nameRange(of link: ListLink) -> SourceRange {
    index.inlines(in: SourceRange(link.range.lowerBound + 1, link.range.upperBound)).first { $0.kind == .text }?.range
      ?? link.range
  }

  /// Whether a comment switches the rule off at a place.
  func isSuppressed(_ range: SourceRange) -> Bool {
    suppressed.value.hold(range.lowerBound)
  }

  /// Where a place is, for messages that name a second one.
  public func lineNumber(of range: SourceRange) -> Int {
    source.location(of: range.lowerBound).line
  }
}
