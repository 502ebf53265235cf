import ArgumentParser

extension Awesome {
  /// Every command, in the order in which help lists them.
  static let all: [any ParsableCommand.Type] = [Lint.self, CheckLinks.self, Rules.self]
}
