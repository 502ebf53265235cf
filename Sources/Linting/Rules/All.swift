/// Rules that look at the same part of a list: a folder beside this file, a chapter of the catalogue.
public struct RuleTopic: Sendable {
  public let title: String
  public let rules: [Rule]

  private init(_ title: String, _ rules: [Rule]) {
    self.title = title
    self.rules = rules
  }

  public static let all: [RuleTopic] = [
    RuleTopic("Header", [.title, .badge, .blurb, .ciBadge]),
    RuleTopic("Contents", [.tocForm, .tocSync, .deadAnchor]),
    RuleTopic(
      "Headings and sections",
      [
        .sections, .sectionEmoji, .forbiddenSection, .headingStyle, .noEmphasisAsHeading, .noHeadingContentIndent,
        .noHeadingIndent, .noHeadingPunctuation, .noMultipleToplevelHeadings,
      ]),
    RuleTopic(
      "Entries",
      [
        .noEntries, .entryLink, .entryForm, .entrySeparator, .entryDescription, .descriptionCase, .descriptionEnd,
        .descriptionLine, .descriptionName, .duplicateEntry, .duplicateName, .order,
      ]),
    RuleTopic("Links", [.urlForm, .urlHTTP, .urlTracking, .linkTitleStyle, .reversedLink, .misleadingLink]),
    RuleTopic(
      "References",
      [
        .definitionCase, .definitionSpacing, .duplicateDefinition, .noUndefinedReferences,
        .noUnneededFullReferenceImage,
        .noUnneededFullReferenceLink, .noUnusedDefinitions,
      ]),
    RuleTopic(
      "Hidden content",
      [.unclosedBlock, .gluedMarker, .markdownInHTML, .brokenTable, .emptyBlock, .unshownEmphasis]),
    RuleTopic(
      "Text",
      [
        .mojibake, .replacementChar, .invisible, .unicodeForm, .emojiStyle, .htmlEntity, .brandCase, .quotes,
        .noRepeatPunctuation, .emphasisMarker, .strongMarker, .hardBreakSpaces, .finalNewline, .mergeMarker,
        .suppression,
      ]),
    RuleTopic(
      "Lists",
      [
        .checkboxCharacterStyle, .checkboxContentIndent, .listItemBulletIndent, .listItemIndent,
        .orderedListMarkerStyle, .orderedListMarkerValue, .unorderedListMarkerStyle,
      ]),
    RuleTopic(
      "Quotes and code",
      [
        .blockquoteIndentation, .noBlockquoteWithoutMarker, .codeBlockStyle, .fencedCodeMarker, .noShellDollars,
        .ruleStyle,
      ]),
    RuleTopic("Tables", [.noTableIndentation, .tableCellPadding, .tablePipeAlignment, .tablePipes]),
    RuleTopic("Repository", [.contributing, .codeOfConduct, .licenseFile, .readmeSize]),
    RuleTopic(
      "File names",
      [
        .fileExtension, .noFileNameArticles, .noFileNameConsecutiveDashes, .noFileNameIrregularCharacters,
        .noFileNameMixedCase, .noFileNameOuterDashes,
      ]),
    // `awesome-github` is not among them: it asks GitHub, and nothing here uses the network.
    RuleTopic(
      "awesome-lint",
      [
        .awesomeHeading, .awesomeBadge, .awesomeContributing, .awesomeLicense, .awesomeListItem, .balancedPunctuation,
        .awesomeNoCIBadge, .noRepeatItemInDescription, .awesomeSpellCheck, .awesomeTOC, .doubleLink,
        .awesomeCodeOfConduct,
      ]),
  ]
}

extension Rule {
  /// Every rule, in the order in which `awesome rules` lists them.
  public static let all: [Rule] = RuleTopic.all.flatMap(\.rules)

  /// The rule with this id.
  public static func named(_ id: String) -> Rule? {
    all.first { $0.id == id }
  }
}
