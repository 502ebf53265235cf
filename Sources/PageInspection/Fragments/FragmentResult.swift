public import HTTP

/// Whether a page has the part that a link's fragment names.
public enum FragmentResult: Hashable, Sendable {
  /// It has, or the fragment cannot be checked.
  case fine
  /// It has not.
  case missing
  /// It is not known, for this reason.
  case unknown(String)

  public init(_ target: FragmentTarget, in page: Page?, _ end: Response.BodyEnd) {
    if case .text(let text) = target, let page, !page.isMarkdown {
      self = page.phrases.isSuperset(of: text.phrases) ? .fine : .unknown("the page's text lacks it")
      return
    }
    guard case .anchor(let names) = target, let page, names.isDisjoint(with: page.anchors) else {
      self = .fine
      // A body that cannot be decoded is not a page.
      if case .anchor = target, page == nil, end == .undecodable { self = .unknown("its body cannot be decoded") }
      return
    }
    switch end {
    // GitLab names itself on whatever host.
    case _ where page.siteName == "GitLab": self = .fine
    case _ where page.isTooDeep: self = .unknown("its elements are nested too deeply")
    case .complete where page.isEmptyShell: self = .unknown("scripts build the page")
    case .complete where !page.hasAnchors && page.anchors.isEmpty && !page.isMarkdown:
      self = .unknown("no element of the page has an id")
    case .complete: self = .missing
    case .capped: self = .unknown("the page is too long to read to its end")
    case .cut: self = .unknown("the page is truncated")
    case .undecodable: self = .unknown("its body cannot be decoded")
    }
  }
}
