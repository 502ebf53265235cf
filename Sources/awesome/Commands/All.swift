import ArgumentParser

extension Awesome {
  /// Every command, in the order in which help lists them.
  ///
  /// Each sets its `commandName`: the library would derive it from the type, which takes longer than all else that it does.
  static let all: [any ParsableCommand.Type] = [
    Lint.self, Render.self, Repair.self, CheckLinks.self, Export.self, History.self, Rules.self, Init.self, Schema.self,
    Completions.self, Manual.self,
  ]
}
