internal import HTTP
internal import Markup

/// Collects the facts of a page from its tags and texts.
struct PageReader {
  private(set) var page = Page()
  /// The names to find.
  private let wanted: Set<String>
  /// The open elements whose content a reader does not see, by name, with their number.
  private var hidden: [String: Int] = [:]
  /// The open elements whose content has no tags, by name, with their number.
  private var open: [String: Int] = [:]
  private var openTitle: String?
  private var openHeading: String?
  private var text = CollapsedText(limit: 4096)
  private var search: TextSearch

  private static let hiding: Set<String> = ["script", "style", "template", "noscript", "svg", "textarea"]
  /// Elements whose content is text or another document to a browser, although the parser reads tags in it.
  private static let opaque: Set<String> = [
    "script", "style", "template", "textarea", "title", "iframe", "noframes", "noembed", "xmp",
  ]
  private static let visible: Set<String> = [
    "img", "iframe", "frame", "form", "a", "video", "audio", "object", "embed", "canvas", "picture", "svg", "input",
  ]

  init(wanted: Set<String>, phrases: Set<String> = [], refresh: Page.Refresh? = nil) {
    self.wanted = wanted
    search = TextSearch(phrases)
    page.refresh = refresh
  }

  /// The wanted phrases that are found so far.
  var phrases: Set<String> { search.found }

  /// The page, after its end.
  var finished: Page {
    var page = page
    page.text = text.trimmed
    page.phrases = search.found
    return page
  }

  mutating func consume(_ event: HTMLStream.Event) {
    switch event {
    case .start(let name, let attributes): start(name, attributes)
    case .end(let name): end(name)
    case .text(let chunk): append(chunk)
    }
  }

  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup",
    "u",
  ]

  private mutating func start(_ name: String, _ attributes: [HTMLStream.Attribute]) {
    if !Self.inline.contains(name) { divide() }
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    // The content of a template is not a part of the page.
    if open.isEmpty {
      // HTML, section 7.4.6.4: an id of anything, and the name of a link.
      for attribute in attributes where attribute.name == "id" || (attribute.name == "name" && name == "a") {
        page.hasAnchors = true
        if wanted.contains(attribute.value) { page.anchors.insert(attribute.value) }
      }
      if name == "script" { page.scripts += 1 }
      if name == "script", value("src") != nil { page.externalScripts += 1 }
      checkParking(name, value)
      // The name of a custom element has a hyphen, and its class draws it.
      if Self.visible.contains(name) || name.utf8.contains(UInt8(ascii: "-")), hidden.isEmpty { page.visibles += 1 }
    }
    if hidden.isEmpty {
      switch name {
      case "html": page.language = value("lang") ?? page.language
      case "title" where page.title == nil: openTitle = openTitle ?? ""
      case "h1" where page.heading == nil: openHeading = openHeading ?? ""
      case "meta": meta(value("name") ?? value("property"), value("http-equiv"), value("content") ?? "")
      case "base": page.base = page.base ?? value("href").map { String($0.prefix(2048)) }
      case "link" where value("rel")?.lowercased() == "canonical":
        page.canonical = page.canonical ?? value("href").map { String($0.prefix(2048)) }
      case "input" where value("type")?.lowercased() == "password": page.hasPasswordField = true
      default: break
      }
    }
    if Self.hiding.contains(name) { hidden[name, default: 0] += 1 }
    if Self.opaque.contains(name) { open[name, default: 0] += 1 }
  }

  /// Parked pages have a key for advertisements, or load their content from a domain marketplace.
  private mutating func checkParking(_ name: String, _ value: (String) -> String?) {
    switch name {
    case "html": if value("data-adblockkey") != nil { page.isMarkedParked = true }
    case "script", "iframe", "frame":
      guard let source = value("src"), let start = source.firstRange(of: "//")?.upperBound else { return }
      let host = source[start...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }.lowercased()
      guard host.utf8.allSatisfy({ $0 < 0x80 }) else { return }
      if Phrases.parkingServices.contains(PublicSuffixes.registrableDomain(of: host)) { page.isMarkedParked = true }
    default: break
    }
  }

  private mutating func end(_ name: String) {
    if !Self.inline.contains(name) { divide() }
    if let count = hidden[name] { hidden[name] = count > 1 ? count - 1 : nil }
    if let count = open[name] { open[name] = count > 1 ? count - 1 : nil }
    if name == "title", let title = openTitle, hidden.isEmpty {
      page.title = page.title ?? title.collapsed
      openTitle = nil
    }
    if name == "h1", let heading = openHeading {
      page.heading = page.heading ?? heading.collapsed
      openHeading = nil
    }
  }

  private mutating func append(_ chunk: String) {
    guard hidden.isEmpty else { return }
    if let title = openTitle {
      if title.utf8.count < 1024 { openTitle = title + chunk.prefix(1024) }
      return
    }
    if let heading = openHeading, heading.utf8.count < 1024 { openHeading = heading + chunk.prefix(1024) }
    text.append(chunk)
    if !search.isEmpty { search.read(chunk) }
  }

  /// Divides the text before an element of its own line from that after it.
  private mutating func divide() {
    text.append(" ")
    if !search.isEmpty { search.read(" ") }
  }

  private mutating func meta(_ name: String?, _ equivalent: String?, _ content: String) {
    switch name?.lowercased() {
    case "robots":
      let words = content.lowercased().split { !$0.isLetter }
      if words.contains("noindex") || words.contains("none") { page.isNoindex = true }
    case "og:site_name", "application-name": page.siteName = page.siteName ?? content.collapsed
    default: break
    }
    if equivalent?.lowercased() == "refresh", page.refresh == nil { page.refresh = Page.Refresh(content) }
  }
}
