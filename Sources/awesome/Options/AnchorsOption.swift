import ArgumentParser

/// What becomes of the anchors of headings whose text is repaired.
enum AnchorsOption: String, CaseIterable, ExpressibleByArgument {
  case move
  case keep
}
