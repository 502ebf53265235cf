extension Phrases {
  /// That there is no such page.
  static let notFound: PhraseList = [
    // English
    "404", "404 not found", "page not found", "not found", "page cannot be found", "page could not be found",
    "page can't be found", "this page could not be found", "this page does not exist", "this page doesn't exist",
    "page does not exist", "page doesn't exist", "the page you requested was not found", "no such page",
    "nothing found",
    "nothing found here", "file not found", "content not found", "page missing", "page no longer exists",
    "this page is no longer available", "the page you were looking for doesn't exist", "page unavailable",
    "we can't find that page", "we couldn't find that page", "the requested url was not found on this server",
    // Spanish
    "página no encontrada", "no se encontró la página", "no se ha encontrado la página", "la página no existe",
    "esta página no existe", "no encontrado", "página no disponible",
    // Portuguese
    "página não encontrada", "esta página não existe", "não encontrado", "a página não foi encontrada",
    // French
    "page non trouvée", "page introuvable", "cette page n'existe pas", "page inexistante", "cette page est introuvable",
    // German
    "seite nicht gefunden", "seite wurde nicht gefunden", "diese seite existiert nicht", "nicht gefunden",
    "die seite konnte nicht gefunden werden", "seite existiert nicht",
    // Italian
    "pagina non trovata", "questa pagina non esiste", "non trovato",
    // Dutch
    "pagina niet gevonden", "deze pagina bestaat niet", "niet gevonden",
    // Polish
    "nie znaleziono strony", "strona nie istnieje", "strona nie została znaleziona", "nie znaleziono",
    // Russian
    "страница не найдена", "страница не существует", "не найдено", "такой страницы нет",
    "запрашиваемая страница не найдена",
    // Ukrainian
    "сторінку не знайдено", "сторінка не знайдена",
    // Chinese
    "页面不存在", "找不到页面", "页面未找到", "您访问的页面不存在", "頁面不存在", "找不到頁面", "找不到网页",
    // Japanese
    "ページが見つかりません", "ページが見つかりませんでした", "お探しのページは見つかりませんでした", "ページは存在しません",
    // Korean
    "페이지를 찾을 수 없습니다", "존재하지 않는 페이지입니다", "페이지가 존재하지 않습니다",
    // Turkish
    "sayfa bulunamadı", "aradığınız sayfa bulunamadı",
    // Swedish, Norwegian, Danish, Finnish
    "sidan hittades inte", "sidan finns inte", "siden ble ikke funnet", "fant ikke siden", "siden blev ikke fundet",
    "siden findes ikke", "sivua ei löytynyt", "sivua ei löydy",
    // Czech, Slovak, Hungarian, Romanian, Greek
    "stránka nenalezena", "stránka nebyla nalezena", "stránka sa nenašla", "az oldal nem található",
    "pagina nu a fost găsită", "η σελίδα δεν βρέθηκε",
    // Arabic, Persian, Hebrew
    "الصفحة غير موجودة", "لم يتم العثور على الصفحة", "صفحه یافت نشد", "صفحه مورد نظر یافت نشد", "הדף לא נמצא",
    // Hindi, Bengali, Indonesian, Vietnamese, Thai
    "पृष्ठ नहीं मिला", "पेज नहीं मिला", "পৃষ্ঠা খুঁজে পাওয়া যায়নি", "halaman tidak ditemukan", "không tìm thấy trang",
    "trang không tồn tại", "ไม่พบหน้า", "ไม่พบหน้านี้",
  ]
}
