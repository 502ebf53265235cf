extension Phrases {
  /// Advertisements on hijacked domains; one is enough.
  static let certainSpam: [Phrase] = [
    "online casino", "casino online", "casinos online", "online casinos", "live casino", "slot gacor", "slot online",
    "situs slot", "judi online", "judi bola", "agen judi", "bandar togel", "togel online", "situs togel", "sbobet",
    "poker online", "online betting", "sports betting", "free spins", "no deposit bonus", "casino en ligne",
    "casino en línea", "cassino online", "apuestas deportivas", "apostas esportivas", "casinò online",
    "online kasino", "online spielothek", "kasyno online", "bahis siteleri", "deneme bonusu", "canlı bahis",
    "онлайн казино", "казино онлайн", "ставки на спорт", "игровые автоматы", "букмекерская контора", "онлайн казіно",
    "澳门赌场", "博彩", "娱乐城", "真人娱乐", "老虎机", "时时彩", "娛樂城", "百家樂", "オンラインカジノ", "온라인카지노", "카지노사이트", "바카라사이트",
    "토토사이트", "먹튀검증", "nhà cái", "cá cược", "สล็อต", "คาสิโน", "เว็บพนัน", "บาคาร่า", "كازينو اون لاين", "ऑनलाइन कैसीनो",
    "viagra", "cialis", "levitra", "sildenafil", "tadalafil", "online pharmacy", "pharmacy online", "canadian pharmacy",
    "no prescription", "buy tramadol", "buy xanax", "farmacia online", "online apotheke", "pharmacie en ligne",
    "аптека онлайн",
  ]

  static let certainSpamIndex = PhraseIndex(certainSpam)

  /// The same with other meanings too; two are needed.
  static let spam: [Phrase] = [
    "casino", "slot", "slots", "gacor", "poker", "betting", "sportsbook", "jackpot", "roulette", "togel", "bandar",
    "judi",
    "situs", "maxwin", "rtp", "baccarat", "bonus", "taruhan", "bahis", "kumar", "kasino", "казино", "ставки",
    "букмекер",
    "вулкан", "赌场", "彩票", "カジノ", "パチンコ", "카지노", "바카라", "토토", "먹튀", "كازينو", "pharmacy", "tramadol", "xanax",
    "apotheke", "pharmacie", "farmacia", "escort", "escorts", "porn", "xxx", "payday loan", "replica watches",
  ]

  static let spamIndex = PhraseIndex(spam)
}
