/// What pages say, in many languages, in the words that people there use; one file for each thing that is said.
enum Phrases {
  static let notFoundAmongWords = PhraseIndex(notFound.filter { $0.words.count > 1 })
  static let parkingIndex = PhraseIndex(parking)
  static let certainSpamIndex = PhraseIndex(certainSpam)
  static let spamIndex = PhraseIndex(spam)
  static let maintenanceIndex = PhraseIndex(maintenance)
  static let maintenanceTextIndex = PhraseIndex(maintenanceTexts)
}
