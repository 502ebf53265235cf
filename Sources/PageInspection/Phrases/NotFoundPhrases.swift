extension Phrases {
  /// The page does not exist. Index: phrases of several words.
  static let notFound: [Phrase] = [
    // English
    "404", "404 not found", "page not found", "not found", "page cannot be found", "page could not be found",
    "page can't be found", "this page could not be found", "this page does not exist", "this page doesn't exist",
    "page does not exist", "page doesn't exist", "the page you requested was not found", "no such page",
    "nothing found",
    "nothing found here", "file not found", "content not found", "page missing", "page no longer exists",
    "this page is no longer available", "the page you were looking for doesn't exist", "page unavailable",
    "we can't find that page", "we couldn't find that page", "the requested url was not found on this server",
    "we can't find the page you're looking for", "we couldn't find the page you were looking for",
    "can't find that page",
    "the page you're looking for can't be found", "the page you are looking for could not be found", "page gone",
    "the page you are looking for does not exist", "the requested page could not be found", "requested page not found",
    "document not found", "article not found", "post not found", "resource not found", "no page found", "nothing here",
    "there's nothing here", "nothing to see here", "that page doesn't exist", "page does not exist anymore",
    "page has been removed", "page is missing", "url not found", "object not found",
    // Spanish
    "página no encontrada", "no se encontró la página", "no se ha encontrado la página", "la página no existe",
    "esta página no existe", "no encontrado", "página no disponible", "no encontrada", "página inexistente",
    "no pudimos encontrar la página", "no podemos encontrar la página", "la página que buscas no existe",
    "la página solicitada no existe", "contenido no encontrado", "no se pudo encontrar la página",
    // Portuguese
    "página não encontrada", "esta página não existe", "não encontrado", "a página não foi encontrada",
    "página inexistente", "a página que você procura não existe", "a página solicitada não existe",
    "não foi possível encontrar a página", "conteúdo não encontrado", "página não existe",
    // French
    "page non trouvée", "page introuvable", "cette page n'existe pas", "page inexistante", "cette page est introuvable",
    "page pas trouvée", "la page demandée n'existe pas", "la page que vous cherchez n'existe pas", "page manquante",
    "la page demandée est introuvable", "cette page n'existe plus", "la page n'existe pas", "contenu introuvable",
    // German
    "seite nicht gefunden", "seite wurde nicht gefunden", "diese seite existiert nicht", "nicht gefunden",
    "die seite konnte nicht gefunden werden", "seite existiert nicht", "diese seite gibt es nicht",
    "die angeforderte seite wurde nicht gefunden", "die gesuchte seite wurde nicht gefunden", "seite nicht vorhanden",
    "die gewünschte seite wurde nicht gefunden", "seite nicht verfügbar", "diese seite ist nicht mehr verfügbar",
    "die angeforderte seite existiert nicht", "inhalt nicht gefunden", "seite existiert nicht mehr",
    // Italian
    "pagina non trovata", "questa pagina non esiste", "non trovato", "la pagina richiesta non esiste",
    "la pagina che cerchi non esiste", "impossibile trovare la pagina", "la pagina non è stata trovata",
    // Dutch
    "pagina niet gevonden", "deze pagina bestaat niet", "niet gevonden", "de pagina kon niet worden gevonden",
    "deze pagina bestaat niet meer", "de opgevraagde pagina bestaat niet",
    // Polish
    "nie znaleziono strony", "strona nie istnieje", "strona nie została znaleziona", "nie znaleziono",
    "strona nie znaleziona", "taka strona nie istnieje", "podana strona nie istnieje",
    // Russian
    "страница не найдена", "страница не существует", "не найдено", "такой страницы нет",
    "запрашиваемая страница не найдена", "нет такой страницы", "страница не существует или удалена",
    "страница отсутствует", "страница удалена", "запрашиваемая страница не существует", "документ не найден",
    "ничего не найдено", "страницы не существует", "такой страницы не существует",
    // Ukrainian
    "сторінку не знайдено", "сторінка не знайдена", "такої сторінки не існує", "сторінка не існує",
    // Chinese
    "页面不存在", "找不到页面", "页面未找到", "您访问的页面不存在", "頁面不存在", "找不到頁面", "找不到网页", "网页不存在", "網頁不存在",
    "该页面不存在", "此页面不存在", "該頁面不存在", "您要访问的页面不存在", "你访问的页面不存在", "您要找的页面不存在", "您查找的页面不存在",
    "您访问的页面找不到了", "您访问的页面已不存在", "页面找不到了", "页面没有找到", "没有找到页面", "未找到页面", "无法找到页面", "无法找到该页",
    "页面丢失", "页面不见了", "页面走丢了", "页面已删除", "内容不存在", "文章不存在", "文件不存在", "未找到", "找不到該頁面", "找不到网頁",
    "找不到網頁", "您要找的頁面不存在", "頁面未找到", "查無此頁",
    // Japanese
    "ページが見つかりません", "ページが見つかりませんでした", "お探しのページは見つかりませんでした", "ページは存在しません",
    "お探しのページが見つかりません", "お探しのページが見つかりませんでした", "お探しのページは見つかりません", "お探しのページは存在しません",
    "お探しのページはありません", "指定されたページが見つかりません", "指定されたページは存在しません", "ご指定のページが見つかりません",
    "ご指定のページは見つかりませんでした", "ページが存在しません", "該当するページが見つかりません", "このページは存在しません", "見つかりません",
    "見つかりませんでした", "ページがありません", "記事が見つかりません",
    // Korean
    "페이지를 찾을 수 없습니다", "존재하지 않는 페이지입니다", "페이지가 존재하지 않습니다",
    "요청하신 페이지를 찾을 수 없습니다", "요청한 페이지를 찾을 수 없습니다", "페이지를 찾지 못했습니다", "찾을 수 없는 페이지입니다",
    "없는 페이지입니다", "찾을 수 없음", "페이지 없음", "원하시는 페이지를 찾을 수 없습니다",
    // Turkish
    "sayfa bulunamadı", "aradığınız sayfa bulunamadı", "sayfa mevcut değil", "böyle bir sayfa yok", "bulunamadı",
    // Swedish, Norwegian, Danish, Finnish
    "sidan hittades inte", "sidan finns inte", "siden ble ikke funnet", "fant ikke siden", "siden blev ikke fundet",
    "siden findes ikke", "sivua ei löytynyt", "sivua ei löydy",
    "sidan kunde inte hittas", "siden finnes ikke", "finner ikke siden", "siden kunne ikke findes",
    "siden eksisterer ikke",
    // Czech, Slovak, Hungarian, Romanian, Greek
    "stránka nenalezena", "stránka nebyla nalezena", "stránka sa nenašla", "az oldal nem található",
    "pagina nu a fost găsită", "η σελίδα δεν βρέθηκε", "pagina nu există", "a keresett oldal nem található",
    "az oldal nem létezik", "stránka neexistuje", "stránka nenájdená",
    // Bulgarian, Croatian, Serbian, Slovenian, Catalan, Lithuanian, Latvian, Estonian
    "страницата не е намерена", "stranica nije pronađena", "страница није пронађена", "strani ni mogoče najti",
    "stran ni najdena", "pàgina no trobada", "no s'ha trobat la pàgina", "puslapis nerastas", "lapa nav atrasta",
    "lehekülge ei leitud", "lehte ei leitud",
    // Arabic, Persian, Urdu, Hebrew
    "الصفحة غير موجودة", "لم يتم العثور على الصفحة", "الصفحة المطلوبة غير موجودة", "هذه الصفحة غير موجودة",
    "صفحة غير موجودة",
    "الصفحة التي تبحث عنها غير موجودة", "غير موجود", "صفحه پیدا نشد", "صفحه وجود ندارد", "صفحه مورد نظر پیدا نشد",
    "صفحہ نہیں ملا", "صفحہ موجود نہیں", "صفحہ موجود نہیں ہے", "مطلوبہ صفحہ نہیں ملا", "הדף המבוקש לא נמצא",
    "صفحه یافت نشد", "صفحه مورد نظر یافت نشد", "הדף לא נמצא",
    // Hindi, Bengali, Marathi, Telugu, Tamil, Gujarati, Punjabi, Kannada, Malayalam
    "पेज मौजूद नहीं है", "पृष्ठ मौजूद नहीं है", "यह पृष्ठ मौजूद नहीं है", "পাতাটি খুঁজে পাওয়া যায়নি", "পেজটি খুঁজে পাওয়া যায়নি",
    "পৃষ্ঠাটি খুঁজে পাওয়া যায়নি", "পাতা পাওয়া যায়নি", "पृष्ठ सापडले नाही", "पान सापडले नाही", "पेज सापडले नाही", "పేజీ కనుగొనబడలేదు",
    "పేజీ దొరకలేదు", "பக்கம் கிடைக்கவில்லை", "பக்கம் காணப்படவில்லை", "பக்கத்தைக் காணவில்லை", "પૃષ્ઠ મળ્યું નથી", "પેજ મળ્યું નથી",
    "ਪੰਨਾ ਨਹੀਂ ਮਿਲਿਆ", "ಪುಟ ಕಂಡುಬಂದಿಲ್ಲ", "പേജ് കണ്ടെത്തിയില്ല",
    // Indonesian, Malay, Filipino, Swahili, Vietnamese, Thai
    "halaman tidak ada", "halaman yang anda cari tidak ditemukan", "tidak ditemukan", "halaman tidak dijumpai",
    "hindi nahanap ang pahina", "hindi makita ang pahina", "ukurasa haukupatikana", "không tìm thấy",
    "trang không tìm thấy",
    "trang bạn tìm kiếm không tồn tại", "ไม่พบหน้าที่คุณต้องการ", "ไม่พบหน้าเว็บ",
    "पृष्ठ नहीं मिला", "पेज नहीं मिला", "পৃষ্ঠা খুঁজে পাওয়া যায়নি", "halaman tidak ditemukan", "không tìm thấy trang",
    "trang không tồn tại", "ไม่พบหน้า", "ไม่พบหน้านี้",
  ]

  static let notFoundIndex = PhraseIndex(notFound.filter { $0.words.count > 1 })
}
