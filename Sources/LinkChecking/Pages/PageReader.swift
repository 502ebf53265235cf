internal import Markup

/// Gathers what a page says about itself from its tags and texts.
struct PageReader {
  private(set) var page = Page()
  /// The names that are looked for.
  private let wanted: Set<String>
  /// The names of open elements whose content is no part of the page, with how many of each are open.
  private var hidden: [String: Int] = [:]
  private var openTitle: String?
  private var openHeading: String?
  private var text = CollapsedText(limit: 4096)

  private static let hiding: Set<String> = ["script", "style", "template", "noscript", "svg"]
  private static let visible: Set<String> = [
    "img", "iframe", "frame", "form", "a", "video", "audio", "object", "embed", "canvas", "picture", "svg", "input",
  ]

  init(wanted: Set<String>) {
    self.wanted = wanted
  }

  /// The page, now that it has ended.
  var finished: Page {
    var page = page
    page.text = text.trimmed
    return page
  }

  mutating func take(_ event: HTMLStream.Event) {
    switch event {
    case .start(let name, let attributes): start(name, attributes)
    case .end(let name): end(name)
    case .text(let piece): take(text: piece)
    }
  }

  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup",
    "u",
  ]

  private mutating func start(_ name: String, _ attributes: [HTMLStream.Attribute]) {
    if !Self.inline.contains(name) { text.append(" ") }
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    // What stands in a template is no part of the page, whatever it says.
    if hidden["template", default: 0] == 0, hidden["script", default: 0] == 0 {
      for attribute in attributes where attribute.name == "id" || (attribute.name == "name" && name != "meta") {
        if wanted.contains(attribute.value) { page.anchors.insert(attribute.value) }
      }
      if name == "script" { page.scripts += 1 }
      if Self.visible.contains(name), hidden.isEmpty { page.visibles += 1 }
    }
    if hidden.isEmpty {
      switch name {
      case "html": page.language = value("lang") ?? page.language
      case "title" where page.title == nil: openTitle = openTitle ?? ""
      case "h1" where page.heading == nil: openHeading = openHeading ?? ""
      case "meta": meta(value("name"), value("http-equiv"), value("content") ?? "")
      case "link" where value("rel")?.lowercased() == "canonical":
        page.canonical = page.canonical ?? value("href").map { String($0.prefix(2048)) }
      case "input" where value("type")?.lowercased() == "password": page.hasPasswordField = true
      default: break
      }
    }
    if Self.hiding.contains(name) { hidden[name, default: 0] += 1 }
  }

  private mutating func end(_ name: String) {
    if !Self.inline.contains(name) { text.append(" ") }
    if let count = hidden[name] { hidden[name] = count > 1 ? count - 1 : nil }
    if name == "title", let title = openTitle, hidden.isEmpty {
      page.title = page.title ?? title.collapsed
      openTitle = nil
    }
    if name == "h1", let heading = openHeading {
      page.heading = page.heading ?? heading.collapsed
      openHeading = nil
    }
  }

  private mutating func take(text piece: String) {
    guard hidden.isEmpty else { return }
    if let title = openTitle {
      if title.utf8.count < 1024 { openTitle = title + piece.prefix(1024) }
      return
    }
    if let heading = openHeading, heading.utf8.count < 1024 { openHeading = heading + piece.prefix(1024) }
    text.append(piece)
  }

  private mutating func meta(_ name: String?, _ equivalent: String?, _ content: String) {
    if name?.lowercased() == "robots", content.lowercased().contains("noindex") { page.isNoindex = true }
    if equivalent?.lowercased() == "refresh", page.refresh == nil { page.refresh = Page.Refresh(content) }
  }
}

extension Page.Refresh {
  /// Reads `5; url=…` (HTML, section 4.2.5.3); `nil` where there is no address.
  init?(_ content: String) {
    let sides = content.split(maxSplits: 1) { $0 == ";" || $0 == "," }
    guard sides.count == 2, let number = sides.first?.split(separator: ".").first else { return nil }
    let digits = number.filter { !$0.isWhitespace }
    guard let delay = Int(digits.prefix(6)), delay >= 0 else { return nil }
    var rest = sides[1].drop { $0.isWhitespace }
    guard rest.prefix(3).lowercased() == "url" else { return nil }
    rest = rest.dropFirst(3).drop { $0.isWhitespace }
    guard rest.popFirst() == "=" else { return nil }
    rest = rest.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    let url = rest.prefix { $0 != "\"" && $0 != "'" }
    guard !url.isEmpty, url.utf8.count <= 8192 else { return nil }
    self.init(delay: delay, url: String(url))
  }
}
