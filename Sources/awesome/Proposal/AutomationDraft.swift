import Source
import SystemPackage

/// A file that runs the program elsewhere: in GitHub Actions, or before each commit.
struct AutomationDraft {
  /// The path from the root of the repository.
  let path: FilePath
  let text: String
  /// What is added by hand to a file that is there already.
  let addition: String

  /// A workflow that checks pull requests, and all links every night.
  static let workflow = AutomationDraft(
    path: ".github/workflows/awesome.yml", text: header + workflowText, addition: header + workflowText)

  /// The hook of pre-commit.
  static let hook = AutomationDraft(
    path: ".pre-commit-config.yaml", text: header + "repos:\n" + hookText, addition: hookText)

  /// Writes the file into the repository, or prints what to add where it exists: it is never changed.
  func write(to root: FilePath) throws(Failure) {
    let file = root.pushing(path)
    let name = file.shown
    if file.linkType != nil {
      Console.note("\(name) exists and was not changed; add this by hand:")
      Console.write(addition)
      return
    }
    do throws(FileError) {
      try file.parent.makeFolders()
      try AtomicFile.write(Array(text.utf8), to: file)
    } catch {
      throw Failure(error.description)
    }
    Console.note("\(name) written")
  }

  private static let header = "# Written by awesome init.\n"

  private static let action = "\(Awesome.projectURL.dropPrefix("https://github.com/"))@v\(Awesome.version)"

  private static let workflowText = """
    name: awesome
    on:
      pull_request:
      schedule:
        - cron: "37 3 * * *"
      workflow_dispatch:

    permissions: {}

    jobs:
      change:
        if: ${{ github.event_name == 'pull_request' }}
        runs-on: ubuntu-latest
        permissions:
          contents: read
        steps:
          - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
          - uses: \(action)

      # Remembers the nights on the branch awesome-state, and keeps one issue up to date.
      night:
        if: ${{ github.event_name != 'pull_request' }}
        runs-on: ubuntu-latest
        permissions:
          contents: write
          issues: write
        concurrency: awesome-links
        steps:
          - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
          - uses: \(action)
            with:
              mode: nightly

    """

  private static let hookText = """
      - repo: \(Awesome.projectURL)
        rev: v\(Awesome.version)
        hooks:
          - id: awesome-lint

    """
}

extension String {
  fileprivate func dropPrefix(_ prefix: String) -> Substring {
    hasPrefix(prefix) ? dropFirst(prefix.count) : self[...]
  }
}
