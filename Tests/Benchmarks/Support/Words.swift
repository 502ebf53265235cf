/// The words of generated lists.
enum Words {
  static let english = split(
    """
    a the of for and with to in from that is your using based on simple fast open source library tool framework app client server \
    command line data management manager audio video image text editor code build test deploy web service platform easy powerful \
    lightweight modern implementation collection list tutorial course book guide resources learning machine deep language model API \
    JavaScript Python GitHub Linux Android PostgreSQL REST HTTP JSON cross-platform real-time self-hosted high-level written support \
    supports provides includes features allows integration generator viewer parser network security testing design
    """)
  static let chinese = split("一个 开源 工具 学习 框架 机器 数据 中文 语言 模型 应用 支持 简单 编辑器 管理 下载 网络 教程 资源 开发 データ 日本語 検索 ，")
  static let russian = split("обучение язык данные сеть библиотека русский книга проект")
  static let syllables = split(
    """
    data flow net core hub lab view kit box fast open deep mind map wave log auth graph note sync byte play vue go bear tide lux zen \
    mono poly stream forge cast bit pixel quark nova star leaf stone river cloud spark dash bolt ray ink loop mesh node port ring shift
    """)
  static let domains = split("com org io dev net app ai me co.uk")
  static let emoji = split("🚀 📚 ⭐ 🎮 🔧 📱 🛠️ ⚡ 🧠 🔒")

  private static func split(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
