import Diagnostics
import Source

extension Rule {
  static let codeOfConduct = Rule(
    id: "code-of-conduct",
    summary: "Name your own contact in the code of conduct.",
    details: "A repository without a code of conduct is not checked.",
    rationale: """
      A code of conduct with a placeholder, or with the address of another project, sends reports to nobody or to a \
      stranger.
      """,
    presets: [.strict: .error],
    aliases: ["awesome-code-of-conduct"],
    example: .pair(
      .bad("# ↓Awesome Shell\n", in: conduct("Write to [INSERT EMAIL ADDRESS].\n")),
      .good("# Awesome Shell\n", in: conduct("Write to conduct@example.org.\n"))),
    vectors: [
      .good("# A\n", in: ListEnvironment(companions: [])),
      .good("# A\n", in: conduct("Write to me@example.org.\n")),
      .bad("# ↓A\n", in: conduct("\n")),
      .bad("# ↓A\n", in: conduct("Write to [INSERT EMAIL ADDRESS].\n")),
      .bad("# ↓A\n", in: conduct("Write to sindresorhus@gmail.com.\n")),
    ]
  ) { context in
    guard let file = context.environment.companion(CompanionFile.codeOfConduct) else { return [] }
    if file.isEmpty {
      return [context.repositoryDiagnostic("\(file.path) is empty; write it or remove it")]
    }
    let text = file.text.uppercased()
    if let placeholder = placeholders.first(where: text.holds) {
      let message = "placeholder “\(placeholder)” in \(file.path); write an address that somebody reads"
      return [context.repositoryDiagnostic(message)]
    }
    guard text.holds(foreignAddress) else { return [] }
    let message = "address of the template in \(file.path); write your own"
    return [context.repositoryDiagnostic(message)]
  }

  private static let placeholders = ["[INSERT EMAIL ADDRESS]", "[INSERT CONTACT METHOD]", "[EMAIL ADDRESS]"]
  private static let foreignAddress = "SINDRESORHUS@GMAIL.COM"

  private static func conduct(_ text: String) -> ListEnvironment {
    ListEnvironment(companions: [CompanionFile(path: "code-of-conduct.md", text: text)])
  }
}
