import Foundation
import JSON
import TestSupport
import Testing
import YAML

@testable import awesome

/// The JSON Schemas: what the program reads and prints is valid by them, and what it refuses is not.
@Suite struct SchemaTests {
  /// Whether there is a validator.
  private static let hasValidator: Bool = {
    let result = try? Program.shell.run(["-c", "python3 -c 'import jsonschema'"])
    if result?.status != 0 { print("skipped: the schemas are not compared with documents without Python's jsonschema") }
    return result?.status == 0
  }()

  /// The documents that are not valid by a schema, by their names.
  private static func invalid(_ documents: [String: String], by name: String) throws -> Set<String> {
    let sandbox = try Sandbox(documents.reduce(into: [:]) { $0["d/\($1.key)"] = $1.value })
    try sandbox.write(try sandbox.run("schema", name).output, to: "schema")
    let script = """
      import json, os, jsonschema
      schema = json.load(open("schema"))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for name in os.listdir("d"):
        if not validator.is_valid(json.load(open("d/" + name))): print(name)
      """
    let result = try Program(URL(fileURLWithPath: "/usr/bin/env")).run(
      ["python3", "-c", script], in: sandbox.folder.path)
    #expect(result.status == 0, "\(result.errorText)")
    return Set(result.outputText.split(separator: "\n").map(String.init))
  }

  /// A value as JSON: plain scalars by the core schema of YAML 1.2, where `off` is a text.
  private static func json(_ node: Node?) -> JSONValue {
    switch node?.value {
    case nil: return .null
    case .sequence(let items): return .array(items.map(json))
    case .mapping(let entries):
      return .object(
        entries.map { key, value in
          guard case .scalar(let scalar) = key.value else { return JSONMember("?", .null) }
          return JSONMember(scalar.text, json(value))
        })
    case .scalar(let scalar):
      if scalar.isNull { return .null }
      guard scalar.isPlain else { return .string(scalar.text) }
      if let number = Int(scalar.text) { return .integer(number) }
      return Double(scalar.text).map(JSONValue.number) ?? .string(scalar.text)
    }
  }

  private static let good = [
    "", "list: awesome.md\noutput: README.md\n", "lists: [{list: a.md}, {list: b.md, output: c.md}]",
    "preset: strict\nrules: {entry-description: off, md-style: warning, link-transient: note}",
    "rules: {entry-separator: {level: warning, separator: \"–\"}, duplicate-name: off}",
    "words: [fzf]\nsections: {Archive*: {rules: {entry-description: off}}}\nfiles: {\"docs/*\": {preset: minimal}}",
    "render: {style: canonical, contents: always, contents-depth: 2, order: alphabetical, header: h.md}",
    "check-links: {timeout: 30s, retries: 0, max-wait: 5m, accept: 403, user-agent: me/1, exclude: [\"https://*\"]}",
    "check-links: {accept: [403, 500..599, 5xx], hosts: {\"*.example.org\": {interval: 500ms, min-tls: 1.2}}}",
    "exclude: [drafts, \"**/*.draft.md\"]\ncheck-links:\n",
  ]

  private static let bad = [
    "lint: {}", "list: /etc/passwd", "output: ../x.md", "lists: []", "lists: [{output: a.md}]", "preset: loud",
    "rules: {repeated-wrd: off}", "rules: {badge: loud}", "rules: {entry-separator: {level: off, colour: red}}",
    "sections: {A: {preset: strict}}", "render: {style: foo}", "render: {contents-depth: 9}", "render: {order: up}",
    "check-links: {timeout: soon}", "check-links: {retries: 99}", "check-links: {accept: 404}",
    "check-links: {accept: 4xx}", "check-links: {hosts: {a.example: {interval: 500}}}",
    "check-links: {hosts: {a.example: {headers: x}}}", "exclude: drafts", "[]", "words: [fzf, {}]",
  ]

  @Test(.enabled(if: hasValidator)) func theSchemaAcceptsWhatTheParserAcceptsAndNothingElse() throws {
    var documents: [String: String] = [:]
    for (index, yaml) in (Self.good + Self.bad).enumerated() {
      documents["\(index)"] = Self.json(try Node.read(yaml)).text
      let isGood = (try? Configuration(yaml: yaml, file: "c.yml")) != nil
      #expect(isGood == (index < Self.good.count), "\(yaml)")
    }
    let invalid = try Self.invalid(documents, by: "config")
    let wrong = (Self.good + Self.bad).enumerated().filter { index, _ in
      invalid.contains("\(index)") == (index < Self.good.count)
    }
    #expect(wrong.isEmpty, "\(wrong.map(\.element))")
  }

  @Test(.enabled(if: hasValidator)) func theConfigurationsOfTheGuideAndOfInitAreValid() throws {
    let guide = try DocumentationTests.read(DocumentationTests.guides + "Configuration.md")
    var documents: [String: String] = [:]
    for (index, block) in guide.matches(of: /```yaml\n((?s:.*?))```/).enumerated() {
      documents["guide \(index)"] = Self.json(try Node.read(String(block.1))).text
    }
    let sandbox = try Sandbox(["awesome.md": "# Awesome\n\n## A\n\n* [A](https://a.example): text\n"])
    #expect(try sandbox.run("init").status == 0)
    documents["init"] = Self.json(try Node.read(try sandbox.read(".awesome.yml"))).text
    #expect(documents.count > 2)
    #expect(try Self.invalid(documents, by: "config").isEmpty)
  }

  @Test(
    .enabled(if: hasValidator),
    arguments: [
      ("lint", ["lint", "a.md", "--format", "json"]), ("check-links", ["check-links", "a.md", "--format", "json"]),
      ("export", ["export", "a.md"]), ("repair", ["repair", "a.md", "--check", "--format", "json"]),
    ])
  func reportsAreValid(name: String, arguments: [String]) throws {
    let text = "# A\n\nCafÃ© cafÃ.\n\n## B\n\n- [A](#b) - Text\n* [A](htps://a.example/) - text..\n"
    let sandbox = try Sandbox(["a.md": text])
    let output = try sandbox.run(arguments).output
    #expect(output.utf8.count > 200)
    #expect(try Self.invalid(["report": output], by: name).isEmpty, "\(output)")
    // A schema that takes anything would pass.
    #expect(try Self.invalid(["report": "[{}]"], by: name) == ["report"])
  }
}
