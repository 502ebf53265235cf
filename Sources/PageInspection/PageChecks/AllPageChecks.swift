extension PageCheck {
  /// Every check; the first strong reason is reported.
  static let all = [
    maintenance, login, root, empty, parked, notFound, spam, notFoundInText, noindex, foreignTitle,
  ]
}
