import ArgumentParser

extension Awesome {
  /// Every command, in the order in which help lists them.
  ///
  /// Each says its name: the library would ask the run-time system about its type, which takes longer than all else that it does.
  static let all: [any ParsableCommand.Type] = [
    Lint.self, Render.self, Repair.self, CheckLinks.self, Export.self, Rules.self, Init.self,
  ]
}
