extension Rule {
  /// The rules about how Markdown is written, under the names that remark gave them.
  static let style: [Rule] = [
    .blockquoteIndentation, .checkboxCharacterStyle, .codeBlockStyle, .definitionCase, .emphasisMarker,
    .fencedCodeMarker, .finalNewline, .hardBreakSpaces, .headingStyle, .listItemIndent, .noEmphasisAsHeading,
    .noHeadingContentIndent, .noHeadingPunctuation, .noRepeatPunctuation, .noShellDollars, .noUnusedDefinitions,
    .ruleStyle, .strongMarker, .tablePipes, .unorderedListMarkerStyle,
  ]
}
