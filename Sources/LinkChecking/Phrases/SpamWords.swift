extension Phrases {
  /// What pages advertise that take over domains which others have made known.
  static let spam: PhraseList = [
    "casino", "slot", "slots", "slot gacor", "gacor", "poker", "betting", "sportsbook", "jackpot", "roulette", "togel",
    "bandar", "judi", "judi online", "situs", "maxwin", "rtp", "baccarat", "bonus", "free spins", "sbobet", "taruhan",
    "bahis", "kumar", "kasino", "казино", "ставки", "букмекер", "вулкан", "赌场", "博彩", "娱乐城", "老虎机", "彩票", "カジノ",
    "パチンコ", "카지노", "바카라", "토토", "토토사이트", "먹튀", "cá cược", "nhà cái", "คาสิโน", "สล็อต", "บาคาร่า", "كازينو",
    "viagra", "cialis", "levitra", "pharmacy", "online pharmacy", "no prescription", "tramadol", "xanax", "sildenafil",
    "apotheke", "pharmacie", "farmacia", "escort", "escorts", "porn", "xxx", "payday loan", "replica watches",
  ]
}
