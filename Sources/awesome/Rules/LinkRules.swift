import Diagnostics
import LinkChecking

/// The rules of check-links: one for each verdict that is not the wanted one, one about encryption, and one about patterns.
enum LinkRules {
  static let all = [gone, broken, moved, transient, suspect, refused, blocked, unchecked, http, patterns]

  static let ids = Set(all.map(\.id))

  /// The rule whose findings are the links with a verdict; nil where these are as they should be.
  static func rule(of verdict: Verdict) -> RuleDescription? {
    switch verdict {
    case .gone: gone
    case .broken: broken
    case .moved: moved
    case .transient: transient
    case .suspect: suspect
    case .refused: refused
    case .blocked: blocked
    case .unchecked: unchecked
    case .ok, .excluded: nil
    }
  }

  private static let gone = RuleDescription(
    id: "link-gone",
    summary: "Replace or remove links to pages that do not exist any more.",
    details: "The page answers 404 or 410, its host does not exist, or the repository has no such file.",
    rationale: "Nobody can follow the link, and it will not come back by itself.",
    defaultSeverity: .error)

  private static let broken = RuleDescription(
    id: "link-broken",
    summary: "Correct links that cannot work as they are written.",
    details: """
      TLS or the protocol fails, the redirects never end, the status is another 4xx, or the page does not have the part that the \
      fragment names.
      """,
    rationale: "Readers see an error, or not what the link promises.",
    defaultSeverity: .error)

  private static let moved = RuleDescription(
    id: "link-moved",
    summary: "Write the new address of pages that have moved.",
    details: "The page redirects permanently (301, 308) to one that works.",
    rationale: "The old address redirects only for as long as its owner cares.",
    fix: "`--fix` writes the new address. Where it keeps the old one, the finding names the reason.",
    defaultSeverity: .warning)

  private static let transient = RuleDescription(
    id: "link-transient",
    summary: "Check links again that fail temporarily.",
    details: "The server answers 5xx or 429, refuses or ends the connection, or stays silent, after every retry.",
    rationale: "It may come back, and readers cannot follow the link until it does.",
    defaultSeverity: .error)

  private static let suspect = RuleDescription(
    id: "link-suspect",
    summary: "Look at pages that answer with something else than the link promises.",
    details: "Among them are soft 404s, parked and hijacked domains, sign-ins and front pages.",
    rationale: "A page that is gone often answers as if it were there.",
    defaultSeverity: .warning)

  private static let refused = RuleDescription(
    id: "link-refused",
    summary: "Link to public web addresses.",
    details: "Private addresses, schemes such as `file:`, paths out of the repository, and redirects to these.",
    rationale: "They are never requested, and readers cannot open them.",
    defaultSeverity: .error)

  private static let blocked = RuleDescription(
    id: "link-blocked",
    summary: "Look at pages that answer browsers only.",
    details: """
      The server refuses programs, as by 401, 403 or a bot challenge. One line of the summary counts these links.
      """,
    rationale: "The page is probably there, but no program can know.",
    defaultSeverity: nil)

  private static let unchecked = RuleDescription(
    id: "link-unchecked",
    summary: "Check links again that were not requested.",
    details: """
      The deadline passed, the run was offline or interrupted, or the link is not a web address. One line of the summary counts \
      these links.
      """,
    rationale: "Nothing is known about them.",
    defaultSeverity: nil)

  static let http = RuleDescription(
    id: "link-http",
    summary: "Use https in the addresses of sites that serve the same page by it.",
    details: "`check-links --https` requests both addresses, and compares the pages.",
    rationale: "Others can read and change a page that comes over http.",
    fix: "`--fix` writes `https`.",
    defaultSeverity: .warning)

  static let patterns = RuleDescription(
    id: "link-patterns",
    summary: "Leave links to check.",
    details: """
      The patterns of `exclude` and `include`, in the configuration or on the command line, leave none of the lists' links. The exit \
      status is 3, whatever the level of this rule.
      """,
    rationale: "A run that checks nothing finds nothing, and looks like success.",
    defaultSeverity: .error)
}
