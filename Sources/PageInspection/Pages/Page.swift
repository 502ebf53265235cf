/// What a page of HTML says about itself.
public struct Page: Hashable, Sendable {
  /// Where a page sends its reader, and after how many seconds.
  public struct Refresh: Hashable, Sendable {
    public let delay: Int
    /// As it is written, possibly relative.
    public let url: String
  }

  /// The first title, and the first heading of level 1, white space collapsed; `nil` where there is none.
  public internal(set) var title: String?
  public internal(set) var heading: String?
  /// What the page calls the site that it belongs to.
  public internal(set) var siteName: String?
  /// The address that the page has by its own account, as it is written.
  public internal(set) var canonical: String?
  /// The language tag of the whole page.
  public internal(set) var language: String?
  public internal(set) var refresh: Refresh?
  /// What relative addresses in the page are relative to, as it is written; `nil` for the page's own address.
  public internal(set) var base: String?
  /// Whether it is marked as a page that earns money with a domain that has no other use.
  public internal(set) var isMarkedParked = false
  /// Whether search engines are asked to leave it out.
  public internal(set) var isNoindex = false
  /// Whether it asks for a password.
  public internal(set) var hasPasswordField = false
  /// The beginning of what a reader sees, white space collapsed.
  public internal(set) var text = ""
  /// The number of scripts, and of images, frames, forms and links: what a page without text may still show.
  public internal(set) var scripts = 0
  public internal(set) var visibles = 0
  /// Whether it is Markdown, of which only the anchors are known.
  public internal(set) var isMarkdown = false
  /// Whether it was not read to its end because its elements stand in one another without end.
  public internal(set) var isTooDeep = false
  /// Which of the names that were looked for the page has.
  public var anchors: Set<String> = []

  public init() {}

  /// Whether there is nothing for anybody to see.
  var isEmpty: Bool { text.isEmpty && scripts == 0 && visibles == 0 && refresh == nil }

  /// Whether scripts make the page, so that little can be said about it without running them.
  public var isFilledByScripts: Bool { scripts > 0 && text.unicodeScalars.count < 200 }
}
