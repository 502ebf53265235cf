extension Rule {
  /// The rules about how Markdown is written, under the names that remark gave them.
  static let style: [Rule] = [
    .blockquoteIndentation, .checkboxCharacterStyle, .checkboxContentIndent, .codeBlockStyle, .definitionCase,
    .definitionSpacing, .emphasisMarker, .fencedCodeMarker, .fileExtension, .finalNewline, .hardBreakSpaces,
    .headingStyle, .linkTitleStyle, .listItemBulletIndent, .listItemIndent, .noBlockquoteWithoutMarker,
    .noEmphasisAsHeading, .noFileNameArticles, .noFileNameConsecutiveDashes, .noFileNameIrregularCharacters,
    .noFileNameMixedCase, .noFileNameOuterDashes, .noHeadingContentIndent, .noHeadingIndent, .noHeadingPunctuation,
    .noMultipleToplevelHeadings, .noRepeatPunctuation, .noShellDollars, .noTableIndentation, .noUndefinedReferences,
    .noUnneededFullReferenceImage, .noUnneededFullReferenceLink, .noUnusedDefinitions, .orderedListMarkerStyle,
    .orderedListMarkerValue, .ruleStyle, .strongMarker, .tableCellPadding, .tablePipeAlignment, .tablePipes,
    .unorderedListMarkerStyle,
  ]
}
