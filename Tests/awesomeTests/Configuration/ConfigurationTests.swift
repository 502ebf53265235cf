import AwesomeList
import HTTP
import LinkChecking
import Rendering
import Testing

@testable import awesome

@Suite struct ConfigurationTests {
  @Test func everyOptionOfRenderIsRead() throws {
    let configuration = try read(
      """
      render:
        shape: quote
        contents-depth: 2
        order: alphabetical
        language: sv
        emoji: shortcode
        emoji-selector: add
        numbers: off
        header: docs/head.md
        footer: foot.md
      """)
    #expect(configuration.render.shape == .quote && configuration.render.emoji == .shortcode)
    #expect(configuration.render.order?.alphabet == Alphabet(language: "sv"))
    #expect(configuration.render.completesEmoji && !configuration.render.keepsNumbers)
    #expect(configuration.header == "docs/head.md" && configuration.footer == "foot.md")
    #expect(problem("render: {language: xx}")?.contains("must be one of the language codes af, ar,") ?? false)
    #expect(problem("render: {header: ../x.md}")?.contains("without `..`") ?? false)
    #expect(problem("list: a.md\nlists: [{list: b.md}]")?.contains("exclude each other") ?? false)
    #expect(problem("lists: [{output: b.md}]")?.contains("must have the key `list`") ?? false)
    #expect(problem("lists: []")?.contains("`lists` is empty") ?? false)
  }

  private func read(_ yaml: String) throws -> Configuration {
    try Configuration(yaml: yaml, file: "c.yml")
  }

  private func problem(_ yaml: String) -> String? {
    do {
      _ = try read(yaml)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func everyKeyIsRead() throws {
    let configuration = try read(
      """
      list: docs/list.md
      output: README.md
      rules:
        mojibake: off
        entry-link: warning
      render:
        contents: always
      check-links:
        exclude: ["https://a.example/*", 'b']
        include:
          - https://**
        timeout: 30s
        retries: 0
        per-host: 4
        max-in-flight: 32
        max-wait: 5
        deadline: 600
        user-agent: me/1
        hosts:
          "*.a.example": {timeout: 5, per-host: 1, method: head}
          b.a.example: {retries: 3, interval: 500ms, user-agent: you/2, min-tls: "1.2"}
      """)
    #expect(configuration.list == "docs/list.md")
    #expect(configuration.output == "README.md")
    #expect(configuration.lint.rules == ["mojibake": .off, "entry-link": .warning])
    #expect(configuration.render.contents == .always)
    #expect(configuration.checkLinks.exclude.map(\.text) == ["https://a.example/*", "b"])
    #expect(configuration.checkLinks.include.map(\.text) == ["https://**"])
    #expect(configuration.checkLinks.requests.timeout == .seconds(30))
    #expect(configuration.checkLinks.requests.retries == 0)
    var options = SchedulerOptions()
    configuration.checkLinks.apply(to: &options)
    #expect(options.host.perHost == 4 && options.host.userAgent == "me/1" && options.host.timeout == .seconds(30))
    #expect(options.maxInFlight == 32 && options.maxWait == .seconds(5) && options.deadline == .seconds(600))
    let host = options.settings(for: "b.a.example")
    #expect(host.timeout == .seconds(5) && host.connectTimeout == .seconds(5) && host.perHost == 1)
    #expect(host.method == .head && host.retries == 3 && host.interval == .milliseconds(500))
    #expect(host.userAgent == "you/2" && host.tls.minimum == .tls12 && host.tls.isVerified)
  }

  @Test(arguments: ["allow-address: [10.0.0.0/8]", "remap: [a=b]", "insecure: [a]", "headers: {a: b}"])
  func optionsOnlyForTheUserAreNotKeys(text: String) {
    #expect(problem("check-links: {\(text)}")?.contains("unknown key") == true)
  }

  @Test(arguments: ["", "# nothing\n", "---\n", "rules:\n", "render: {}\ncheck-links: ~\n"])
  func anEmptyFileMeansTheDefaults(yaml: String) throws {
    let configuration = try read(yaml)
    #expect(configuration.list == nil)
    #expect(configuration.lint.rules.isEmpty)
  }

  @Test(arguments: [
    ("lst: a", "c.yml:1:1: unknown key `lst`; did you mean `list`?"),
    (
      "\nzzzzzzz: a",
      "c.yml:2:1: unknown key `zzzzzzz`; the keys are `extends`, `list`, `lists`, `output`, `exclude`, `preset`, `rules`, `words`, `duplicates`, `separator`, `sections`, `files`, `render`, `check-links`"
    ),
    ("rules:\n  mojibak: off", "c.yml:2:3: unknown rule `mojibak` in `rules`; did you mean `mojibake`?"),
    (
      "rules: {mojibake: loud}",
      "c.yml:1:19: `rules.mojibake` must be one of `off`, `note`, `warning`, `error`, not `loud`"
    ),
    ("render: {content: keep}", "c.yml:1:10: unknown key `content` in `render`; did you mean `contents`?"),
    ("list: [a]", "c.yml:1:7: `list` must be text"),
    ("list: /etc/passwd", "c.yml:1:7: `list` must be a path in this file's folder, without `..`"),
    ("output: a/../../b", "c.yml:1:9: `output` must be a path in this file's folder, without `..`"),
    ("check-links: {exclude: a}", "c.yml:1:24: `check-links.exclude` must be a list, with `- ` before each item"),
    ("check-links: {exclude: [[a]]}", "c.yml:1:25: every item of `check-links.exclude` must be text"),
    ("check-links: {retries: 99}", "c.yml:1:24: `check-links.retries` must be a whole number from 0 to 5"),
    (
      "check-links: {timeout: soon}",
      "c.yml:1:24: `check-links.timeout` must be seconds, or a number with s, m, h or d, from 1s to 2m"
    ),
    (
      "check-links: {hosts: {'a*': {}}}",
      "c.yml:1:29: `a*` is not a host; write `example.org`, or `*.example.org` for all hosts below it"
    ),
    ("- a", "c.yml:1:1: the file must have keys and values: `key: value`"),
    ("? [a]\n: b", "c.yml:1:3: a key must be a word"),
    ("list: a\n# c\noutput: b\nlist : c", "c.yml:4:1: duplicate key `list`; the first one is on line 1"),
    (
      "rules:\n  mojibake: off\n\n  mojibake: error\nrender: {}",
      "c.yml:4:3: duplicate key `mojibake`; the first one is on line 2"
    ),
    ("{list: a, list: b}\nlist: c", "c.yml:1:11: duplicate key `list`; the first one is on line 1"),
    ("output: .git/config", "c.yml:1:9: `output` must not be a path in `.git`"),
    ("list: a/.GIT/x", "c.yml:1:7: `list` must not be a path in `.git`"),
    ("list: [", "c.yml:2:1: not YAML: the file ends inside of `[` or `{`; close it"),
  ])
  func faultsAreReportedWithTheirPlace(yaml: String, sentence: String) {
    #expect(problem(yaml) == sentence)
  }

  @Test(arguments: ["list: a\nlist: b", "a: *b", "\u{0}", "list: a\n---\nlist: b", "%", "!!map a", "\t"])
  func oddYAMLIsRefused(yaml: String) {
    #expect(problem(yaml)?.hasPrefix("c.yml") == true)
  }

  @Test func deepAndExplosiveYAMLIsRefused() {
    #expect(problem(String(repeating: "[", count: 200_000)) != nil)
    #expect(problem(String(repeating: "{a: ", count: 200_000)) != nil)
    var bomb = "a0: &a0 [x]\n"
    for level in 1...30 {
      bomb += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",") + "]\n"
    }
    #expect(problem(bomb + "? *a30\n: x") == "c.yml:4:34: more than 24 aliases (`*name`); write the values out")
  }
}
