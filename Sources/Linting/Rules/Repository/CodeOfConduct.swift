import Diagnostics
import Source

extension Rule {
  static let codeOfConduct = Rule(
    id: "code-of-conduct",
    summary: "The repository’s code of conduct, where it has one, says whom to write to.",
    rationale: """
      A code of conduct that was copied with its placeholder, or with the address of somebody else, protects nobody: a report \
      reaches nobody, or a stranger.
      """,
    presets: [.awesome: .error],
    aliases: ["awesome-code-of-conduct"],
    examples: [
      .good("# A\n", in: ListEnvironment(companions: [])),
      .good("# A\n", in: conduct("Write to me@example.org.\n")),
      .bad("# ↓A\n", in: conduct("\n")),
      .bad("# ↓A\n", in: conduct("Write to [INSERT EMAIL ADDRESS].\n")),
      .bad("# ↓A\n", in: conduct("Write to sindresorhus@gmail.com.\n")),
    ]
  ) { context in
    guard let file = context.environment.companion(CompanionFile.codeOfConduct) else { return [] }
    if file.isEmpty {
      return [context.diagnostic("the file \(file.path) is empty; write it, or remove it", at: context.listPlace)]
    }
    let text = file.text.uppercased()
    if let placeholder = placeholders.first(where: text.contains) {
      let message = "\(file.path) still has its placeholder “\(placeholder)”; write an address that is read"
      return [context.diagnostic(message, at: context.listPlace)]
    }
    guard text.contains(foreignAddress) else { return [] }
    let message = "\(file.path) has the address of the template it was copied from; write your own"
    return [context.diagnostic(message, at: context.listPlace)]
  }

  private static let placeholders = ["[INSERT EMAIL ADDRESS]", "[INSERT CONTACT METHOD]", "[EMAIL ADDRESS]"]
  private static let foreignAddress = "SINDRESORHUS@GMAIL.COM"

  private static func conduct(_ text: String) -> ListEnvironment {
    ListEnvironment(companions: [CompanionFile(path: "code-of-conduct.md", text: text)])
  }
}
