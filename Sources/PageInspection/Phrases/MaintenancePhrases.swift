extension Phrases {
  /// The site is down and will be back: in titles.
  static let maintenance: [Phrase] = [
    "under maintenance", "down for maintenance", "scheduled maintenance", "site maintenance",
    "undergoing maintenance", "temporarily down for", "we'll be back soon", "we will be back soon",
    "briefly unavailable for scheduled maintenance",
    "en mantenimiento", "em manutenção", "en maintenance", "maintenance en cours", "wartungsarbeiten", "wartungsmodus",
    "in manutenzione", "in onderhoud", "prace konserwacyjne", "przerwa techniczna", "технические работы",
    "ведутся технические работы", "технічні роботи", "系统维护", "网站维护中", "系統維護", "メンテナンス中", "점검 중", "점검중",
    "bakım çalışması", "bakımdayız", "underhåll pågår", "huoltokatko", "údržba stránek", "karbantartás alatt",
    "în mentenanță", "υπό συντήρηση", "تحت الصيانة", "در دست تعمیر", "रखरखाव", "sedang dalam perbaikan", "đang bảo trì",
  ]

  static let maintenanceIndex = PhraseIndex(maintenance)

  /// The same in titles without other words; among others these words have other meanings.
  static let maintenanceTitles: [Phrase] = [
    "maintenance", "maintenance mode", "be right back", "we'll be right back", "back soon", "mantenimiento",
    "manutenção",
    "wartung", "manutenzione", "onderhoud", "konserwacja", "техническое обслуживание", "维护中", "維護中", "メンテナンス", "bakım",
  ]

  /// The same in the text of a short page.
  static let maintenanceTexts: [Phrase] = [
    "down for maintenance", "down for scheduled maintenance", "undergoing maintenance",
    "undergoing scheduled maintenance",
    "site is under maintenance", "website is under maintenance", "currently under maintenance",
    "unavailable for maintenance",
    "unavailable due to maintenance", "unavailable for scheduled maintenance", "offline for maintenance",
    "closed for maintenance", "performing scheduled maintenance", "sitio está en mantenimiento",
    "site está em manutenção",
    "site est en maintenance", "wegen wartungsarbeiten", "sito è in manutenzione", "ведутся технические работы",
    "на сайте ведутся", "网站维护中", "系统维护中", "正在维护", "系統維護中", "ただいまメンテナンス中", "メンテナンス中です", "점검 중입니다",
    "sedang dalam pemeliharaan", "đang được bảo trì", "الموقع تحت الصيانة",
  ]

  static let maintenanceTextIndex = PhraseIndex(maintenanceTexts)
}
