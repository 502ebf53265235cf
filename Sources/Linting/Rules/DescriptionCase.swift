import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let descriptionCase = Rule(
    id: "description-case",
    summary: "Descriptions begin with a capital letter.",
    rationale: """
      A description is a sentence. Names that are written in lower case stay as they are: what the list itself has as the name of \
      an entry, words with digits, dots or capitals in them, code, links, and the words of the option `words`.
      """,
    defaultSeverity: .error,
    examples: [
      .good("- [A](https://example.org) - Text.\n- [B](https://example.org/b) - ping 中文。\n"),
      .good("- [fzf](https://example.org) - Text.\n- [B](https://example.org/b) - fzf for B.\n"),
      .good("- [A](https://example.org) - https://example.org/a\n"),
      .good("- [A](https://example.org) - iOS text.\n- [B](https://example.org/b) - `code` text.\n"),
      .good(
        "- [A](https://example.org) - npm package.\n- [B](https://example.org/b) - [x](https://example.org/x) too.\n"),
      .bad("- [A](https://example.org) - ↓text.\n", fixed: "- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org)\n> ↓éclair text.\n", fixed: "- [A](https://example.org)\n> Éclair text.\n"),
    ]
  ) { context in
    let names = context.index.titleWords
    let source = context.source
    return context.entryTexts.compactMap { text in
      // A description may begin with a bare address.
      guard !text.isOnLine || text.separator != nil, text.pieces.first.map({ $0.kind == .text }) ?? true else {
        return nil
      }
      // Most begin with a capital letter of ASCII, which costs no more to see.
      guard let byte = source.bytes(in: text.body).first, byte >= 0x80 || (0x61...0x7A).contains(byte) else {
        return nil
      }
      let line = context.source.line(context.source.lineIndex(at: text.body.lowerBound))
      let start = SourceRange(text.body.lowerBound, min(line.upperBound, text.body.upperBound))
      let word = String(context.source[start].prefix { !$0.endsWord })
      guard let first = word.first, first.isLowercase,
        first.uppercased().count == 1, first.uppercased() != String(first),
        !names.contains(word), !isName(word), !text.entry.title.lowercased().hasPrefix(word),
        !context.settings.words.contains(word),
        // A word between Chinese characters is a name.
        !source[text.body].hasEastAsianLetter
      else { return nil }
      let range = SourceRange(start.lowerBound, start.lowerBound + word.utf8.count)
      let letter = SourceRange(start.lowerBound, start.lowerBound + String(first).utf8.count)
      let corrected = first.uppercased() + word.dropFirst()
      return context.diagnostic(
        "the description begins with “\(word)”; write “\(corrected)”", at: range,
        fix: .safe(Edit(letter, first.uppercased())))
    }
  }

  /// Whether a word is spelt as no common word is, or is the name of a thing that is always written in lower case.
  private static func isName(_ word: String) -> Bool {
    var inner = word.dropFirst()
    while inner.last == "." { inner.removeLast() }
    if inner.contains(where: { $0.isUppercase || $0.isNumber || "_./\\@#+=<>[]*&$'’".contains($0) }) { return true }
    // What something is like, or based on, has a name.
    if ["-like", "-based", "-inspired", "-compatible", "-style"].contains(where: word.hasSuffix) { return true }
    return lowerCaseNames.contains(word) || lowerCaseNames.contains(String(word.prefix { $0 != "-" }))
  }

  private static let lowerCaseNames: Set<String> = [
    "adb", "apt", "awk", "bash", "brew", "cargo", "conda", "cron", "curl", "dotfiles", "ffmpeg", "fish", "fzf", "gcc",
    "gdb",
    "git", "glibc", "grep", "gulp", "jq", "jquery", "ksh", "kubectl", "libc", "libcurl", "lldb", "make", "nginx", "npm",
    "npx",
    "numpy", "pandas", "perf", "pip", "pnpm", "pytest", "rsync", "rustc", "scikit", "sed", "spaCy", "sqlite", "ssh",
    "stdin",
    "stdout", "sudo", "systemd", "tcsh", "tmux", "vim", "vi", "webpack", "wget", "xargs", "yarn", "zlib", "zsh", "von",
    "van",
    "by", "de", "emacs", "ncurses", "ranger", "redis", "d", "e", "i", "k", "n", "x",
  ]
}

extension Character {
  fileprivate var endsWord: Bool { isWhitespace || ",;:()!?\"“”".contains(self) }
}
