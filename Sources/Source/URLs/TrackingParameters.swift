/// The parameters of a query that only report to a site where its visitors come from.
public enum TrackingParameters {
  /// Whether this is the name of one; `ref` and `source` are not among them, because some sites select by them.
  public static func contains(_ name: some StringProtocol) -> Bool {
    prefixes.contains { name.begins(with: $0) } || names.contains(String(name))
  }

  /// What the names of the tools with many parameters begin with: Google Analytics, Matomo, HubSpot.
  public static let prefixes = ["utm_", "mtm_", "hsa_"]

  /// The other names.
  public static let names: Set<String> = [
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid", "li_fat_id",
    "mc_cid", "mc_eid", "igshid", "igsh", "_hsenc", "_hsmi", "vero_id", "mkt_tok", "_ga", "_gl", "_openstat",
    "__hstc", "__hssc", "__hsfp", "pk_campaign", "pk_kwd", "pk_keyword", "pk_source", "pk_medium", "pk_content",
    "srsltid", "gad_source", "gad_campaignid", "cjevent", "irclickid", "s_kwcid", "ef_id", "wt_mc", "oly_enc_id",
    "oly_anon_id", "_branch_match_id", "ml_subscriber_hash", "rb_clickid", "spm", "epik",
  ]
}
