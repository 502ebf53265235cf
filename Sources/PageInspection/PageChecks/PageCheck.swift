/// A reason to doubt that a page is the one that a link means.
///
/// A new one is a value in a file of this folder, listed in `AllPageChecks.swift`. Its examples are its tests.
struct PageCheck: Sendable {
  /// The weight of a reason.
  enum Weight: Hashable, Sendable {
    /// Enough without another.
    case strong
    /// Enough without another, and this page hides the one that the link means.
    case hiding
    /// Enough only with another.
    case weak
    /// The site reports that it will be back.
    case transient
  }

  /// One word, or several with hyphens.
  let id: String
  /// What the check finds, as a sentence.
  let summary: String
  let weight: Weight
  let examples: [Example]
  /// The reason, as a phrase without a full stop; `nil` where this check finds nothing.
  let reason: @Sendable (PageVisit) -> String?

  /// A page, and whether the check finds it.
  struct Example: Sendable {
    let html: String
    let requested: String
    /// `nil` without a redirect.
    let reached: String?
    /// The names that the list gives to the page.
    let names: [String]
    let isFound: Bool

    /// A page that the check finds.
    static func found(
      _ html: String, requested: String = "https://project.example/docs/start", reached: String? = nil,
      names: [String] = ["Some Project"]
    ) -> Example {
      Example(html: html, requested: requested, reached: reached, names: names, isFound: true)
    }

    /// A similar page that the check leaves alone.
    static func fine(
      _ html: String, requested: String = "https://project.example/docs/start", reached: String? = nil,
      names: [String] = ["Some Project"]
    ) -> Example {
      Example(html: html, requested: requested, reached: reached, names: names, isFound: false)
    }
  }
}

/// The class of a page, by all checks together.
public enum PageClass: Hashable, Sendable {
  case fine
  /// - Parameter isHidden: whether the page that the link means may be fine behind this one.
  case suspect(String, isHidden: Bool = false)
  /// One weak reason, which needs another.
  case doubtful(String)
  /// The page will be back.
  case transient(String)

  public init(_ visit: PageVisit) {
    var weak: [String] = []
    var strong: String?
    var isHidden = false
    for check in PageCheck.all {
      guard let reason = check.reason(visit) else { continue }
      switch check.weight {
      case .transient:
        self = .transient(reason)
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
