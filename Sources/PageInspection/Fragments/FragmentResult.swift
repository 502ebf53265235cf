public import HTTP

/// Whether a page has what a link's fragment names.
public enum FragmentFinding: Hashable, Sendable {
  /// It has, or that cannot matter.
  case fine
  /// It has not.
  case missing
  /// It could not be found out; the phrase says why.
  case unknown(String)

  public init(_ target: FragmentTarget, in page: Page?, _ end: Response.BodyEnd) {
    guard case .anchor(let names) = target, let page, names.isDisjoint(with: page.anchors) else {
      self = .fine
      // A body that could not be decoded is no page.
      if case .anchor = target, page == nil, end == .undecodable { self = .unknown("its body cannot be decoded") }
      return
    }
    switch end {
    case _ where page.isTooDeep: self = .unknown("its elements are nested too deeply")
    case .complete where page.isFilledByScripts: self = .unknown("scripts fill the page")
    case .complete: self = .missing
    case .capped: self = .unknown("the page is too long to be read to its end")
    case .cut: self = .unknown("the page broke off")
    case .undecodable: self = .unknown("its body cannot be decoded")
    }
  }
}
