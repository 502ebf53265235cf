import AwesomeList
import Linting
import SystemPackage

extension ListEnvironment {
  /// The most bytes that are read of a companion; a licence has some 40,000.
  private static let sizeLimit = 1 << 18

  /// The environment of a file; standard input has no name and no companions.
  init(of file: ListFile, entries: EntryRegister? = nil, position: Int = 0) {
    let path = file.input.path
    self.init(
      fileName: path?.lastComponent?.string, companions: path.flatMap { Self.companions(of: $0) },
      pages: Self.pages(of: file), entries: entries, position: position)
  }

  /// The relative addresses of entries, and whether the repository has the files.
  private static func pages(of file: ListFile) -> [String: Bool] {
    var pages: [String: Bool] = [:]
    for entry in file.list.entries {
      guard let url = entry.url, pages[url] == nil, let link = LocalLink(url), !link.path.isEmpty else { continue }
      pages[url] = link.isFound(from: file.input.path)
    }
    return pages
  }

  /// The companions beside a file and in the root of its repository; nil outside of one.
  private static func companions(of file: FilePath) -> [CompanionFile]? {
    guard let folder = file.parent.resolved, let root = folder.repositoryRoot else { return nil }
    return (folder == root ? [root] : [folder, root]).flatMap { companions(in: $0) }
  }

  private static func companions(in folder: FilePath) -> [CompanionFile] {
    let hidden = folder.appending(".github").fileNames.map { ".github/" + $0 }
    return (folder.fileNames + hidden).filter { CompanionFile.paths.contains($0.lowercased()) }.compactMap {
      let path = folder.appending($0)
      guard path.type == .regular, let bytes = try? path.read(as: $0, limit: sizeLimit) else {
        return nil
      }
      return CompanionFile(path: $0, text: String(decoding: bytes, as: UTF8.self))
    }
  }
}
