import Exporting
import Repository
import SystemPackage

extension ListOrigin {
  /// What the repository of a file and `SOURCE_DATE_EPOCH` tell of a list; nothing is known of one outside of a repository.
  ///
  /// The date is that of the last commit of the file, so that the same file gives the same output.
  init(of input: InputFile) async throws(Failure) {
    let date = try SourceDate.seconds()
    guard let file = input.path?.resolved,
      let repository = try? await GitRepository(containing: file.parent.string)
    else {
      self.init(date: date)
      return
    }
    let root = FilePath(repository.root)
    let committed = try? await repository.lastChangeTime(of: file.string)
    self.init(
      remote: try? await repository.originAddress(), path: file.relative(to: root)?.string ?? "",
      contributing: Self.guide(in: root), date: date ?? committed)
  }

  /// The guide for contributors in the folders where GitHub looks for it, in its order.
  private static func guide(in root: FilePath) -> String? {
    for folder in [".github/", "", "docs/"] {
      let name = root.pushing(FilePath(folder)).fileNames.first { name in
        ["contributing", "contributing.md", "contributing.rst", "contributing.adoc"].contains(name.lowercased())
      }
      if let name { return folder + name }
    }
    return nil
  }
}
