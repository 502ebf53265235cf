extension Rule {
  /// Every rule, in the order in which `awesome rules` lists them.
  public static let all: [Rule] = own + style + awesomeLint

  private static let own: [Rule] = [
    .title, .badge, .blurb, .tocForm, .tocSync, .sections, .sectionEmoji, .forbiddenSection, .ciBadge, .readmeSize,
    .deadAnchor, .entryLink, .entryDescription, .duplicateEntry, .mojibake, .replacementChar,
    .invisible, .unicodeForm, .emojiStyle,
    .urlTracking, .urlHTTP, .urlForm, .htmlEntity, .quotes, .brandCase, .mergeMarker, .suppression, .entrySeparator,
    .descriptionCase, .descriptionEnd, .descriptionName, .descriptionLine,
    .duplicateName, .order, .entryForm, .contributing, .codeOfConduct, .licenseFile,
  ]

  /// The rule with this id.
  public static func named(_ id: String) -> Rule? {
    all.first { $0.id == id }
  }
}
