extension Phrases {
  /// The domains to which parked domains redirect.
  static let parkingHosts: Set<String> = [
    "hugedomains.com", "dan.com", "sedo.com", "sedoparking.com", "afternic.com", "parkingcrew.net", "bodis.com",
    "above.com", "undeveloped.com", "domainmarket.com", "buydomains.com", "brandbucket.com", "squadhelp.com",
    "atom.com", "parklogic.com", "namebright.com", "domainsponsor.com", "skenzo.com", "efty.com", "perfectdomain.com",
    "domainnamesales.com", "domainagents.com", "internettraffic.com", "expireddomains.com", "cashparking.com",
  ]

  /// Parts of sites to which parked domains redirect.
  static let parkingPlaces = [
    "www.godaddy.com/forsale/", "www.godaddy.com/domainsearch/", "www.dynadot.com/market/", "porkbun.com/checkout/",
  ]

  /// The domains from which parked pages load their content.
  static let parkingServices: Set<String> = [
    "parkingcrew.net", "sedoparking.com", "bodis.com", "parklogic.com", "above.com", "skenzo.com", "dsultra.com",
    "cashparking.com", "parkingpage.com", "domainsponsor.com", "rookdns.com", "voodoo.com",
  ]

  /// The first words of the titles of servers' default pages.
  static let defaultTitles: [Phrase] = [
    "welcome to nginx", "test page for the nginx http server", "apache2 ubuntu default page",
    "apache2 debian default page", "apache http server test page", "test page for the apache http server",
    "iis windows server", "iis7", "welcome to caddy", "caddy works", "default web site page", "domain default page",
    "plesk obsidian", "web server's default page", "welcome to openresty", "http server test page", "it works",
    "account suspended", "this account has been suspended", "hostinger default", "default page", "openbsd httpd",
  ]

  /// The domain is for sale or expired.
  static let parking: [Phrase] = [
    "this domain is for sale", "domain is for sale", "domain for sale", "domain name is for sale", "buy this domain",
    "this domain may be for sale", "the domain is parked", "this domain is parked", "domain parked",
    "parked free courtesy of", "this domain has expired", "domain has expired", "this domain name has expired",
    "domain is available for purchase", "make an offer on this domain", "this web page is parked",
    "future home of something quite cool", "website coming soon please check back",
    "este dominio está en venta", "este domínio está à venda", "ce domaine est à vendre", "nom de domaine à vendre",
    "diese domain steht zum verkauf", "domain steht zum verkauf", "diese domain ist zu verkaufen",
    "dominio in vendita", "dit domein is te koop", "domena na sprzedaż", "ta domena jest na sprzedaż",
    "домен продается", "домен продаётся", "продажа домена", "домен продається", "域名出售", "此域名出售", "该域名正在出售",
    "このドメインは売り出し中", "ドメイン販売中", "도메인 판매", "bu alan adı satılıktır", "denna domän är till salu",
    "toto doména je na prodej", "tato doména je na prodej", "acest domeniu este de vânzare", "eladó domain",
    "هذا النطاق للبيع", "domain ini dijual", "tên miền này đang được bán",
  ]

  static let parkingIndex = PhraseIndex(parking)
}
