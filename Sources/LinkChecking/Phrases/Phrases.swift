/// What pages say, in many languages, in the words that people there use; one file for each thing that is said.
enum Phrases {}
