internal import HTTP
internal import PageInspection

/// A page that gives one weak reason to doubt it, until a control request decides.
struct Doubt {
  /// Why, as a phrase without a full stop.
  let reason: String
  let digest: PageDigest
  let status: Int
  let fragments: [String: FragmentResult]
  /// What is asked in order to decide; `nil` where another target of the host asks.
  var control: WebAddress?
}

/// What a host does with an address that it cannot know.
enum HostControl {
  case unasked
  /// A target asks, and these wait for the answer.
  case asking(waiting: [Int])
  /// It showed this page, or redirected there.
  case known(PageDigest?, location: String?)
}
