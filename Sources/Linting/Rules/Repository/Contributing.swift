import Diagnostics
import Source

extension Rule {
  static let contributing = Rule(
    id: "contributing",
    summary: "The repository says in `contributing.md` how to contribute.",
    rationale: """
      Who wants to add an entry looks there, and sites link it beside every new issue and pull request. The file stands beside the \
      list or in `.github`, in any letter case. A list that is in no repository is not judged.
      """,
    presets: [.awesome: .error],
    aliases: ["awesome-contributing"],
    examples: [
      .good("# A\n"),
      .good(
        "# A\n", in: ListEnvironment(companions: [CompanionFile(path: ".github/CONTRIBUTING.md", text: "Add it.\n")])),
      .bad("# ↓A\n", in: ListEnvironment(companions: [])),
      .bad("# ↓A\n", in: ListEnvironment(companions: [CompanionFile(path: "contributing.md", text: " \n")])),
    ]
  ) { context in
    guard context.environment.companions != nil else { return [] }
    guard let file = context.environment.companion(CompanionFile.contributing) else {
      let message = "the repository has no file contributing.md; write one that says how to add an entry"
      return [context.diagnostic(message, at: context.listPlace)]
    }
    guard file.isEmpty else { return [] }
    return [context.diagnostic("the file \(file.path) is empty; say how to add an entry", at: context.listPlace)]
  }
}
