/// The parts of a query that tell the site where its visitor comes from, and nothing else.
enum TrackingParameters {
  /// The name of a parameter; `ref` and `source` are not among them, because some sites select by them.
  static func contains(_ name: some StringProtocol) -> Bool {
    name.hasPrefix("utm_") || names.contains(String(name))
  }

  private static let names: Set<String> = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "yclid", "mc_cid", "mc_eid", "igshid", "igsh",
    "_hsenc",
    "_hsmi", "vero_id", "mkt_tok",
  ]
}
