extension Phrases {
  /// That a site is down and will be back, as titles say it.
  static let maintenance: PhraseList = [
    "under maintenance", "down for maintenance", "scheduled maintenance", "maintenance mode", "site maintenance",
    "undergoing maintenance", "temporarily down for", "we'll be back soon", "we will be back soon", "be right back",
    "briefly unavailable for scheduled maintenance",
    "en mantenimiento", "em manutenção", "en maintenance", "maintenance en cours", "wartungsarbeiten", "wartungsmodus",
    "in manutenzione", "in onderhoud", "prace konserwacyjne", "przerwa techniczna", "технические работы",
    "ведутся технические работы", "технічні роботи", "系统维护", "网站维护中", "系統維護", "メンテナンス中", "점검 중", "점검중",
    "bakım çalışması", "bakımdayız", "underhåll pågår", "huoltokatko", "údržba stránek", "karbantartás alatt",
    "în mentenanță", "υπό συντήρηση", "تحت الصيانة", "در دست تعمیر", "रखरखाव", "sedang dalam perbaikan", "đang bảo trì",
  ]
}
