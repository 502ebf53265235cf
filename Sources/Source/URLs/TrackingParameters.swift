/// The parameters of a query that only report to a site where its visitors come from.
public enum TrackingParameters {
  /// Whether this is the name of one; `ref` and `source` are not among them, because some sites select by them.
  public static func contains(_ name: some StringProtocol) -> Bool {
    name.begins(with: "utm_") || names.contains(String(name))
  }

  /// The names, apart from those that begin with `utm_`.
  public static let names: Set<String> = [
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid", "li_fat_id",
    "mc_cid", "mc_eid", "igshid", "igsh", "_hsenc", "_hsmi", "vero_id", "mkt_tok", "_ga", "_gl", "_openstat",
  ]
}
