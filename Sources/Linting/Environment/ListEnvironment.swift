/// The surroundings of a list: the name of its file, the files of its repository, and the other lists of the run.
public struct ListEnvironment: Sendable {
  /// The name of the list's file without its folder; nil for a list that has no file.
  public var fileName: String?
  /// The files of the repository that the guidelines speak of; nil for a list in no repository, about which nothing is known.
  public var companions: [CompanionFile]?
  /// Whether the repository has the file that an entry's relative address names, by the address.
  public var pages: [String: Bool]
  /// The entries of all lists of the run; nil where there is one list.
  public var entries: EntryRegister?
  /// The place of the list among those of the run, from 0.
  public var position = 0

  public init(
    fileName: String? = nil, companions: [CompanionFile]? = nil, pages: [String: Bool] = [:],
    entries: EntryRegister? = nil, position: Int = 0
  ) {
    self.fileName = fileName
    self.companions = companions
    self.pages = pages
    self.entries = entries
    self.position = position
  }

  /// The first companion whose path, in lower case, is one of these.
  func companion(_ paths: Set<String>) -> CompanionFile? {
    companions?.first { paths.contains($0.path.lowercased()) }
  }
}
