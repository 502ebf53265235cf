public import AwesomeList

/// What the rules of a run can be told about a list.
public struct Settings: Hashable, Sendable {
  /// Words that are right as they are written here: names that begin in lower case, brands.
  public var words: Set<String> = []
  /// Addresses and names that may stand in a list more than once.
  public var duplicates: Set<String> = []
  /// What stands between an entry's link and its description, without the blanks around it.
  public var separator = "-"
  /// The alphabet by which entries are sorted.
  public var alphabet = Alphabet.root
  /// Whether the rules that awesome-lint has too judge as it does, also where that is stricter than a reader would be.
  public var followsAwesomeLint = false

  public init() {}
}
