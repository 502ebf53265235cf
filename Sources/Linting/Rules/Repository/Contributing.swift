import Diagnostics
import Source

extension Rule {
  static let contributing = Rule(
    id: "contributing",
    summary: "Describe in `contributing.md` how to contribute.",
    details: """
      The file is in the folder of the list, in the root of the repository or in `.github`, in any letter case. A list \
      outside a repository is not checked.
      """,
    rationale: "Contributors look for this file, and GitHub links it beside every new issue and pull request.",
    presets: [.strict: .error],
    aliases: ["awesome-contributing"],
    example: .pair(
      .bad("# ↓Awesome Shell\n", in: ListEnvironment(companions: [])),
      .good(
        "# Awesome Shell\n",
        in: ListEnvironment(companions: [CompanionFile(path: "contributing.md", text: "Send a pull request.\n")]))),
    vectors: [
      .good("# A\n"),
      .good(
        "# A\n", in: ListEnvironment(companions: [CompanionFile(path: ".github/CONTRIBUTING.md", text: "Add it.\n")])),
      .bad("# ↓A\n", in: ListEnvironment(companions: [])),
      .bad("# ↓A\n", in: ListEnvironment(companions: [CompanionFile(path: "contributing.md", text: " \n")])),
    ]
  ) { context in
    guard context.environment.companions != nil else { return [] }
    guard let file = context.environment.companion(CompanionFile.contributing) else {
      let message = "no contributing.md in the repository; describe there how to add an entry"
      return [context.repositoryDiagnostic(message)]
    }
    guard file.isEmpty else { return [] }
    return [context.repositoryDiagnostic("\(file.path) is empty; describe there how to add an entry")]
  }
}
