extension Rule {
  /// The rules of awesome-lint that are not of the family of style, under its names; off but for its preset.
  ///
  /// `awesome-github` is not among them: it asks GitHub, and nothing here asks the network.
  static let awesomeLint: [Rule] = [
    .awesomeHeading, .awesomeBadge, .awesomeContributing, .awesomeLicense, .awesomeListItem, .balancedPunctuation,
    .awesomeNoCIBadge, .noRepeatItemInDescription, .awesomeSpellCheck, .awesomeTOC, .doubleLink,
    .awesomeCodeOfConduct,
  ]
}
