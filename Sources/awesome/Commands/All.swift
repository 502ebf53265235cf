import ArgumentParser

extension Awesome {
  /// Every command, in the order in which help lists them.
  static let all: [any ParsableCommand.Type] = [
    Lint.self, Render.self, Repair.self, CheckLinks.self, Export.self, Rules.self, Init.self,
  ]
}
