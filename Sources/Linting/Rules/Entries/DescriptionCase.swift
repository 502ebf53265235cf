import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let descriptionCase = Rule(
    id: "description-case",
    summary: "Begin descriptions with a capital letter.",
    details: """
      Exempt are names of entries, words with digits, dots or capitals in them, code, links, and the words of the \
      option `words`.
      """,
    rationale: "A description is a sentence.",
    fix: "`--fix` writes the capital letter, or the usual spelling of a name.",
    presets: [.awesome: .warning, .strict: .error],
    convention: Convention(of: "descriptions", "begins with a capital letter", "begin with a capital letter") {
      context in
      context.entryTexts.lazy.filter { $0.isOnText && $0.firstByte.isASCIILetter }.map(\.body)
    },
    options: [.words],
    aliases: ["awesome-list-item"],
    example: .pair(
      "- [jq](https://jqlang.org) - ↓portable JSON processor.\n",
      "- [jq](https://jqlang.org) - Portable JSON processor.\n"),
    vectors: [
      .good("- [A](https://example.org) - Text.\n- [B](https://example.org/b) - ping 中文。\n"),
      .good("- [fzf](https://example.org) - Text.\n- [B](https://example.org/b) - fzf for B.\n"),
      .good("- [A](https://example.org) - https://example.org/a\n"),
      .good(
        "- [rg](https://example.org/ripgrep) - ripgrep is a tool.\n- [B](https://example.org/b) - libuv bindings.\n"),
      .good("- [mecab-python3](https://example.org) - mecab-python. Text.\n"),
      .good("- [A](https://example.org) - iOS text.\n- [B](https://example.org/b) - `code` text.\n"),
      .good(
        "- [A](https://example.org) - npm package.\n- [B](https://example.org/b) - [x](https://example.org/x) too.\n"),
      .bad("- [A](https://example.org) - ↓xml text.\n", fixed: "- [A](https://example.org) - XML text.\n"),
      .bad("- [A](https://example.org) - ↓macos text.\n", fixed: "- [A](https://example.org) - macOS text.\n"),
      .good("- [A](https://example.org) - gnuplot text.\n"),
      .bad(
        "- [Learn a code](https://example.org) - ↓code.\n- [B](https://example.org/b) - ↓a code.\n",
        fixed: "- [Learn a code](https://example.org) - Code.\n- [B](https://example.org/b) - A code.\n"),
      .bad("- [A](https://example.org) - ↓text.\n", fixed: "- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org)\n> ↓éclair text.\n", fixed: "- [A](https://example.org)\n> Éclair text.\n"),
    ]
  ) { context in
    let texts = context.entryTexts
    var found: [(word: String, diagnostic: Diagnostic)] = []
    // Most begin with a capital letter of ASCII, which costs no more to see.
    for position in texts.indices where texts[position].firstByte >= 0x80 || texts[position].firstByte.isASCIILowercase
    {
      if let finding = finding(texts[position], context) { found.append(finding) }
    }
    let names = TitleWords(of: context.index, among: found.map(\.word))
    return found.filter { !names.words.contains($0.word) }.map(\.diagnostic)
  }

  private static func finding(_ text: EntryText, _ context: RuleContext) -> (word: String, diagnostic: Diagnostic)? {
    let source = context.source
    // A description may begin with a bare address.
    guard text.isOnText else { return nil }
    let line = source.line(source.lineIndex(at: text.body.lowerBound))
    let start = SourceRange(text.body.lowerBound, min(line.upperBound, text.body.upperBound))
    let written = source.plainWord(in: start) ?? String(source[start].prefix { !$0.endsWord })
    var word = written
    while word.last == "." { word.removeLast() }
    guard let first = word.first, first.isLowercase, let capital = first.capital,
      !isName(word), !text.entry.title.lowercased().hasPrefix(word),
      !context.words(.words).contains(word),
      !isSubject(word, of: text.entry, in: source[start]),
      !context.words(.words).contains(written),
      // A word between Chinese characters is a name.
      !source[text.body].hasEastAsianLetter
    else { return nil }
    let range = SourceRange(start.lowerBound, start.lowerBound + word.utf8.count)
    let capitalized = capital + word.dropFirst()
    let corrected = abbreviations.contains(word) ? word.uppercased() : Brands.names[capitalized] ?? capitalized
    let message = "lower case at the start of a description; write “\(corrected)”"
    return (word, context.diagnostic(message, at: range, fix: .safe(Edit(range, corrected))))
  }

  /// Whether a word is spelt as no common word is, or is the name of a thing that is always written in lower case.
  private static func isName(_ word: String) -> Bool {
    if word.dropFirst().contains(where: \.isOfNames) { return true }
    // What something is like, or based on, has a name.
    let isCompound = word.utf8.contains(UInt8(ascii: "-"))
    if isCompound,
      ["-like", "-based", "-inspired", "-compatible", "-style", "-powered"].contains(where: { word.ends(with: $0) })
    {
      return true
    }
    // Libraries are called so: libuv, libgit2; but a library and what is liberal are not.
    if word.hasPrefix("lib"), word.count > 3, !["libr", "libe"].contains(word.prefix(4)) { return true }
    return lowerCaseNames.contains(word) || isCompound && lowerCaseNames.contains(String(word.prefix { $0 != "-" }))
  }

  /// Whether a word is a name in the entry's title or address, which is the subject of the sentence.
  private static func isSubject(_ word: String, of entry: Entry, in line: String) -> Bool {
    let next = line.dropFirst(word.count).split(maxSplits: 1, whereSeparator: \.isWhitespace).first ?? ""
    guard word.count > 2, Rule.verbsOfNames.contains(String(next)) else { return false }
    return (entry.title + " " + (entry.url ?? "")).lowercased().split { !$0.isLetter && !$0.isNumber }.contains(
      word[...])
  }

  /// Abbreviations that are always written in capitals.
  private static let abbreviations: Set<String> = [
    "ai", "api", "ascii", "aws", "cli", "cpu", "css", "csv", "dns", "ftp", "gpu", "gui", "html", "http", "https", "ide",
    "json", "jwt", "llm", "ml", "nlp", "ocr", "orm", "pdf", "rpc", "rss", "sdk", "sql", "ssl", "svg", "tcp", "tls",
    "tui",
    "udp", "ui", "uri", "url", "usb", "xml", "yaml",
  ]

  private static let lowerCaseNames: Set<String> = [
    "adb", "apt", "awk", "bash", "brew", "cargo", "conda", "cron", "curl", "curses", "dotfiles", "ffmpeg", "fish",
    "fzf", "gcc", "gdb", "git", "glibc", "gnuplot", "grep", "gulp", "jq", "jquery", "ksh", "kubectl", "libc", "libcurl",
    "lldb", "make", "nginx", "npm",
    "npx",
    "numpy", "pandas", "perf", "pip", "pnpm", "pytest", "rsync", "rustc", "scikit", "sed", "spaCy", "sqlite", "ssh",
    "stdin",
    "stdout", "sudo", "systemd", "tcsh", "tmux", "vim", "vi", "webpack", "wget", "xargs", "yarn", "zlib", "zsh", "von",
    "van",
    "by", "de", "emacs", "ncurses", "ranger", "redis", "d", "e", "i", "k", "n", "x",
  ]
}

extension EntryText {
  /// Whether the description begins with text that is no part of the link's sentence.
  fileprivate var isOnText: Bool { (!isOnLine || separator != nil) && (firstKind == .text || firstKind == nil) }
}

extension SourceText {
  /// The word that a range begins with where it and what ends it are ASCII; nil elsewhere.
  fileprivate func plainWord(in range: SourceRange) -> String? {
    let bytes = bytes(in: range)
    let end = bytes.firstIndex { $0 >= 0x80 || $0.isASCIIWhitespace || ",;:()!?\"".utf8.contains($0) } ?? bytes.endIndex
    // What is not ASCII may be a part of the character before it.
    if bytes[end...].prefix(2).contains(where: { $0 >= 0x80 }) { return nil }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}

extension Character {
  /// The letter that begins a sentence in the place of this one; nil in scripts whose sentences begin with the same letter, such as Georgian.
  fileprivate var capital: String? {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return nil }
    let capital = scalar.properties.titlecaseMapping
    return capital != String(self) && capital.unicodeScalars.count == 1 ? capital : nil
  }

  fileprivate var endsWord: Bool {
    switch onlyScalar {
    case ",", ";", "\u{37E}", ":", "(", ")", "!", "?", "\"", "“", "”": true
    default: isWhitespace
    }
  }

  /// Whether names have it in them, and other words begin with it at most.
  fileprivate var isOfNames: Bool {
    switch onlyScalar {
    case "a"..."z": false
    case "_", ".", "/", "\\", "@", "#", "+", "=", "<", ">", "[", "]", "*", "&", "$", "'", "’": true
    default: isUppercase || isNumber
    }
  }
}
