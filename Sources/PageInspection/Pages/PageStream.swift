internal import HTTP
internal import Markup
internal import Source

/// Reads a body as its bytes arrive, in memory that does not grow with the body.
final class PageStream {
  /// The number of bytes that decide about the kind and the encoding.
  private static let startSize = 1024
  /// A longer run without a tag is not text: only bytes that could end it are kept.
  private static let runLimit = 64 * 1024

  /// Longer Markdown is cut: parsing it would delay other pages.
  private static let markdownLimit = 512 * 1024

  private let contentType: String?
  private let path: String
  private let wanted: [Set<String>]
  private let phrases: Set<String>
  private var start: [UInt8] = []
  private var hasBegun = false
  private(set) var kind = PageKind.other
  private var decoder: PageDecoder?
  private var stream: HTMLStream?
  private var markdown: [UInt8] = []
  private static let end = Array("</html".utf8)
  /// The number of its bytes that were the last ones.
  private var matched = 0
  /// The number of bytes since the start of the last tag.
  private var run = 0
  private let gathered: Gathered

  private var search: AnchorSearch?

  /// Shared with the parser's handler.
  private final class Gathered {
    var reader: PageReader

    init(_ reader: PageReader) {
      self.reader = reader
    }
  }

  /// - Parameters:
  ///   - address: of the page.
  ///   - refresh: the field of the header that means the same as a `meta` element of the page, and goes before it.
  ///   - wanted: for each fragment to find, the names that it may have.
  ///   - texts: the quoted texts to find.
  init(
    address: WebAddress, contentType: String?, refresh: String? = nil, wanted: [Set<String>], texts: [TextFragment] = []
  ) {
    let refresh = refresh.flatMap { Page.Refresh($0) }
    // A body without a type, perhaps an empty one, is of no interest where the answer leads on.
    self.contentType = contentType ?? (refresh == nil ? nil : "text/html")
    self.wanted = wanted
    phrases = Set(texts.flatMap(\.phrases))
    path = String(address.url[..<(address.url.utf8.firstIndex(of: UInt8(ascii: "?")) ?? address.url.endIndex)])
    let all = wanted.reduce(into: Set()) { $0.formUnion($1) }
    let isGitHub = address.host == "github.com" || address.host == "gist.github.com"
    gathered = Gathered(PageReader(wanted: all, phrases: phrases, refresh: refresh))
    search = isGitHub && !all.isEmpty ? AnchorSearch(all) : nil
  }

  /// Whether a wanted fragment is not found yet, and may still come.
  var wantsMore: Bool {
    let lacksText = kind != .markdown && gathered.reader.phrases.count < phrases.count
    guard !wanted.isEmpty || lacksText, !hasBegun || kind != .other, stream?.isTooDeep != true else { return false }
    // The anchors of Markdown are known only at its end.
    if kind == .markdown { return markdown.count < Self.markdownLimit }
    let found = anchors
    return lacksText || wanted.contains { $0.isDisjoint(with: found) }
  }

  private var anchors: Set<String> { gathered.reader.page.anchors.union(search?.found ?? []) }

  func feed(_ bytes: [UInt8]) {
    if hasBegun {
      read(bytes)
    } else {
      start += bytes
      if start.count >= Self.startSize { begin() }
    }
  }

  /// Ends the body.
  ///
  /// - Returns: the page; `nil` for a body of another kind.
  func finish() -> Page? {
    if !hasBegun { begin() }
    switch kind {
    case .other: return nil
    case .markdown:
      var page = Page()
      page.isMarkdown = true
      page.anchors = MarkdownAnchors.find(wanted, in: markdown)
      return page
    case .html:
      if let rest = decoder?.decode([], isLast: true) { stream?.feed(endless(rest)) }
      stream?.finish()
      var page = gathered.reader.finished
      page.anchors = anchors
      page.isTooDeep = stream?.isTooDeep ?? false
      return page
    }
  }

  private func begin() {
    hasBegun = true
    kind = PageKind(contentType: contentType, path: path, start: start)
    if kind == .html {
      decoder = PageDecoder(PageEncoding.of(Array(start.prefix(Self.startSize)), contentType: contentType))
      stream = HTMLStream { [gathered] event in gathered.reader.consume(event) }
    }
    read(start)
    start = []
  }

  private func read(_ bytes: [UInt8]) {
    switch kind {
    case .other: break
    case .markdown: if !wanted.isEmpty { markdown += bytes }
    case .html:
      guard let text = decoder?.decode(bytes) else { return }
      // Before `thinned`: a long file is one long text without a tag.
      search?.read(text)
      stream?.feed(thinned(endless(text)))
    }
  }

  /// The text with every `</html` as `</htmx`: the parser reads nothing after it, but browsers do.
  private func endless(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for index in text.indices {
      let byte = text[index]
      if byte.asciiLowercased == Self.end[matched] {
        matched += 1
        guard matched == Self.end.count else { continue }
        text[index] = UInt8(ascii: "x")
      }
      matched = byte == Self.end[0] ? 1 : 0
    }
    return text
  }

  /// The text without most bytes that are far from any tag: the parser would keep them until the next tag.
  private func thinned(_ text: [UInt8]) -> [UInt8] {
    guard run + text.count > Self.runLimit else {
      run = text.lastIndex(of: UInt8(ascii: "<")).map { text.count - $0 } ?? run + text.count
      return text
    }
    var kept: [UInt8] = []
    for byte in text {
      run = byte == UInt8(ascii: "<") ? 0 : run + 1
      let ends = byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      if run <= Self.runLimit || ends { kept.append(byte) }
    }
    return kept
  }
}
