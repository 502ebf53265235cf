/// The facts of an HTML page that decide about a link.
public struct Page: Hashable, Sendable {
  /// A `meta` refresh: its delay in seconds and its address.
  public struct Refresh: Hashable, Sendable {
    public let delay: Int
    /// As written, possibly relative.
    public let url: String
  }

  /// The first title and the first heading of level 1, with white space collapsed; `nil` for none.
  public internal(set) var title: String?
  public internal(set) var heading: String?
  /// The page's name for its site.
  public internal(set) var siteName: String?
  /// The canonical address, as written.
  public internal(set) var canonical: String?
  /// The language tag of the whole page.
  public internal(set) var language: String?
  public internal(set) var refresh: Refresh?
  /// The base of relative addresses, as written; `nil` for the page's address.
  public internal(set) var base: String?
  /// Whether it is marked as the page of a parked domain.
  public internal(set) var isMarkedParked = false
  /// Whether it has the robots directive `noindex`.
  public internal(set) var isNoindex = false
  /// Whether it has a field for a password.
  public internal(set) var hasPasswordField = false
  /// The beginning of the visible text, with white space collapsed.
  public internal(set) var text = ""
  /// The number of scripts, and of images, frames, forms and links, which a page without text may still show.
  public internal(set) var scripts = 0
  /// The number of scripts from other addresses.
  var externalScripts = 0
  public internal(set) var visibles = 0
  /// Whether it is Markdown, of which only the anchors are read.
  public internal(set) var isMarkdown = false
  /// Whether reading stopped because its elements are nested too deeply.
  public internal(set) var isTooDeep = false
  /// Whether an element has an id, or a link a name.
  var hasAnchors = false
  /// The wanted names that the page has.
  public var anchors: Set<String> = []
  /// The wanted phrases that its text has, normalized.
  var phrases: Set<String> = []

  public init() {}

  /// Whether a reader sees nothing.
  var isEmpty: Bool { text.isEmpty && scripts == 0 && visibles == 0 && refresh == nil }

  /// Whether the page is only there for a script that builds it.
  var isEmptyShell: Bool { externalScripts > 0 && text.unicodeScalars.count < 200 }

  /// Whether scripts build the page, so that its HTML shows little.
  public var isFilledByScripts: Bool { scripts > 0 && text.unicodeScalars.count < 200 }
}
