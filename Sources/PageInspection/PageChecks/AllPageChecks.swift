extension PageCheck {
  /// Every check, those that say most about a page first.
  static let all: [PageCheck] = [
    maintenance, entrance, root, empty, parked, notFound, spam, notFoundAmongWords, noindex, foreignTitle,
  ]
}
