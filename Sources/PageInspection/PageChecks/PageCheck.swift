/// A reason to doubt that a page is what the link wants.
struct PageCheck: Sendable {
  /// How much a reason weighs.
  enum Weight: Hashable, Sendable {
    /// Enough by itself.
    case strong
    /// The same, and the page that the link wants stands behind this one unseen.
    case hiding
    /// Enough with another.
    case weak
    /// The page says itself that it will be back.
    case passing
  }

  /// One word or several with hyphens.
  let id: String
  /// What it finds, as a sentence.
  let summary: String
  let weight: Weight
  /// Why the page is doubtful, as a phrase without a full stop; `nil` where this check finds nothing.
  let reason: @Sendable (PageVisit) -> String?
}

/// What all checks together make of a page.
public enum PageJudgement: Hashable, Sendable {
  case fine
  /// - Parameter isHidden: whether it may be as it should, behind this one.
  case suspect(String, isHidden: Bool = false)
  /// One weak reason, which needs another.
  case doubtful(String)
  case passing(String)

  public init(_ visit: PageVisit) {
    var weak: [String] = []
    var strong: String?
    var isHidden = false
    for check in PageCheck.all {
      guard let reason = check.reason(visit) else { continue }
      switch check.weight {
      case .passing:
        self = .passing(reason)
        return
      case .strong: strong = strong ?? reason
      case .hiding:
        strong = strong ?? reason
        isHidden = true
      case .weak: weak.append(reason)
      }
    }
    if let strong {
      self = .suspect(strong, isHidden: isHidden)
    } else if weak.count > 1 {
      self = .suspect(weak.joined(separator: ", and "))
    } else if let only = weak.first {
      self = .doubtful(only)
    } else {
      self = .fine
    }
  }
}
