import TestSupport
import Testing

@testable import awesome

/// What shells offer for the last word of a command line.
@Suite struct CompletionsTests {
  /// The words of a command line, and some of those that are offered.
  static let cases: [([String], [String])] = [
    (["awesome", "che"], ["check-links"]),
    (["awesome", "lint", "--form"], ["--format"]),
    (["awesome", "lint", "--format", "j"], ["json", "junit"]),
    (["awesome", "lint", "--preset", ""], ["awesome", "awesome-lint", "minimal", "strict"]),
    (["awesome", "lint", "--select", "toc-s"], ["toc-sync"]),
    (["awesome", "lint", "--ignore", "badge,toc-s"], ["badge,toc-sync"]),
    (["awesome", "check-links", "--ignore", "link-mo"], ["link-moved"]),
    (["awesome", "lint", "my"], ["my list.md"]),
    (["awesome", "lint", "--fix", "a.md", "my"], ["my list.md"]),
    (["awesome", "lint", "--config", "my"], ["my list.md"]),
    (["awesome", "check-links", "--timeout", ""], []),
    (["awesome", "rules", "link-g"], ["link-gone"]),
    (["awesome", "export", "--format", "o"], ["opml"]),
    (["awesome", "repair", "--from", "shift"], ["shift_jis"]),
    (["awesome", "completions", ""], ["bash", "fish", "zsh"]),
    (["awesome", "man", "rep"], ["repair"]),
    (["awesome", "help", "rep"], ["repair"]),
  ]

  private static let files = ["my list.md": "", "a.md": "", "folder/x": ""]

  @Test(.enabled(if: Shells.has("bash"), "bash is not installed")) func bashCompletes() throws {
    let sandbox = try Sandbox(Self.files)
    try sandbox.write(try sandbox.run("completions", "bash").output, to: "folder/completions")
    // Bash splits at `=`, and has no word yet where the value is empty.
    let equals = [
      (["awesome", "lint", "--format", "=", "j"], ["json", "junit"]),
      (["awesome", "export", "--format", "="], ["atom", "csv", "html", "json", "opml"]),
      (["awesome", "lint", "--", "my"], ["my list.md"]),
    ]
    for (words, offered) in Self.cases + equals {
      let script = """
        source folder/completions
        complete -p awesome >&2 || exit 1
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _awesome
        [ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
        """
      let output = try Shells.run("bash", ["--norc", "-c", script, "bash"] + words, in: sandbox.folder)
      #expect(output.split(separator: "\n").sorted().map(String.init) == offered, "\(words)")
    }
  }

  @Test(.enabled(if: Shells.has("fish"), "fish is not installed")) func fishCompletes() throws {
    let sandbox = try Sandbox(Self.files)
    try sandbox.write(try sandbox.run("completions", "fish").output, to: "folder/completions")
    for (words, offered) in Self.cases + [(["awesome", "lint", "--ignore=badge,toc-s"], ["--ignore=badge,toc-sync"])] {
      let line = words.joined(separator: " ")
      let script = "source folder/completions; complete -C '\(line)'"
      let output = try Shells.run("fish", ["--no-config", "-c", script], in: sandbox.folder)
      // A description follows after a tab.
      let found = output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
      #expect(found.sorted() == offered, "\(line)")
    }
  }

  @Test(.enabled(if: Shells.has("zsh"), "zsh is not installed")) func zshCompletes() throws {
    let sandbox = try Sandbox(Self.files)
    try sandbox.write(try sandbox.run("completions", "zsh").output, to: "folder/completions")
    let cases = Self.cases + [(["awesome", "lint", "--format=j"], ["json", "junit"])]
    let lines = cases.map { $0.0.joined(separator: " ") }
    let output = try Shells.run("zsh", ["-f", "-c", Self.zshTerminal, "zsh"] + lines, in: sandbox.folder)
    let sections = output.split(separator: "line\n", omittingEmptySubsequences: false).dropFirst()
    try #require(sections.count == cases.count, "\(output)")
    for (section, (words, offered)) in zip(sections, cases) {
      // Of a list with commas, the last word is the one that is completed; a file is quoted.
      let found = section.split(separator: "\n").map { String($0).replacing("\\", with: "") }
      let wanted = offered.map { $0.split(separator: ",").last.map(String.init) ?? $0 }
      #expect(Set(found) == Set(wanted), "\(words)")
    }
  }

  /// Completes lines in a zsh with a terminal; prints what fits, line by line.
  ///
  /// Every completion goes through `compadd`, whose option `-A` gives those that fit. Keys are read in order, so that the second one shows
  /// that the first one has been dealt with.
  private static let zshTerminal = """
    zmodload zsh/zpty
    zpty inner 'PS1= zsh -f -i'
    zpty -w inner 'stty -echo; autoload -Uz compinit; compinit -u -D; source folder/completions'
    zpty -w inner 'compadd() { local -a found; builtin compadd -A found "$@"; print -rl -- $found >> folder/found; builtin compadd "$@" }'
    zpty -w inner 'finish() { : > folder/done }; zle -N finish; bindkey "^X" finish'
    for text; do
      rm -f folder/done; : > folder/found
      zpty -w -n inner $'\\x15'"$text"$'\\t\\x18'
      for i in {1..200}; do zpty -r -t inner > /dev/null; [[ -e folder/done ]] && break; sleep 0.05; done
      echo line; grep . folder/found
    done
    """
}
