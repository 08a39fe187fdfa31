package io.wirewatch.journey.faults;

import java.util.Set;

/** What the articles say, in each of the four languages, and what that is about. */
enum Sentence {
  LORRIES(
      "en", "Lorries queue at Rabia", "Drivers waited at the frontier near Mosul.", Subject.BORDER),
  BASIN("en", "Repairs upstream", "Engineers checked the dam above Mosul.", Subject.WATER),
  STALLS("en", "Stalls open early", "The bazaar in Kirkuk was full by noon.", Subject.MARKET),
  TARMAC("en", "Fresh tarmac", "A new highway links Raqqa and Tabqa.", Subject.ROAD),
  QUIET("en", "A quiet night", "Nothing was reported from Hasakah.", null),
  HUDUD("ar", "شاحنات في الانتظار", "وقف السائقون عند الحدود قرب الموصل.", Subject.BORDER),
  SADD("ar", "صيانة جديدة", "فحص المهندسون السد قرب الرقة.", Subject.WATER),
  SINUR(
      "ckb",
      "بارهەڵگرەکان چاوەڕێن",
      "شۆفێرەکان لەسەر سنوورەکە لە نزیک هەولێر وەستان.",
      Subject.BORDER),
  BENDAV("ckb", "چاککردنەوە", "ئەندازیارەکان بەنداوەکەیان لە دهۆک پشکنی.", Subject.WATER),
  SINOR(
      "kmr", "Barhilgir li bendê ne", "Şofêr li ser sînorê nêzî Qamişlo sekinîn.", Subject.BORDER),
  SUK("kmr", "Dikan zû vebûn", "Bazara Hesekê nîvro tije bû.", Subject.MARKET);

  private final String language;
  private final String headline;
  private final String body;
  private final Subject subject;

  Sentence(String language, String headline, String body, Subject subject) {
    this.language = language;
    this.headline = headline;
    this.body = body;
    this.subject = subject;
  }

  String language() {
    return language;
  }

  String headline() {
    return headline;
  }

  String body() {
    return body;
  }

  /** Subjects that its words speak of. */
  Set<Subject> subjects() {
    return subject == null ? Set.of() : Set.of(subject);
  }
}
