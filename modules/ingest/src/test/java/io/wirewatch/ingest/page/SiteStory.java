package io.wirewatch.ingest.page;

import java.util.List;

/** Invented stories in the languages of the region. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are of List.of
enum SiteStory {
  ARABIC(
      "ar",
      "مهندسون يعيدون فتح الجسر القديم",
      "صحيفة الضفة",
      "صورة الجسر",
      "الجمعة، 20 تشرين الثاني 2026، 05:15",
      "مقالات ذات صلة",
      List.of(
          "أعاد مهندسون فتح الجسر القديم أمام المارة صباح الجمعة، بعد أعمال استمرت سبعة أشهر كاملة في وسط المدينة.",
          "وقال مدير المشروع إن الألواح الخشبية استبدلت جميعها، وإن الأعمدة الحجرية بقيت كما كانت منذ بنائها.",
          "وعبر عشرات الأطفال الجسر في الساعة الأولى، بينما وقف باعة الشاي على الجانبين ينتظرون الزبائن.")),
  SORANI(
      "ckb",
      "باخچەی گشتی دوای چاککردنەوە کرایەوە",
      "ڕۆژنامەی کانی",
      "وێنەی باخچە",
      "٢٠ی تشرینی دووەمی ٢٠٢٦",
      "هەواڵی پەیوەندیدار",
      List.of(
          "باخچەی گشتی شار بەیانی ئەمڕۆ کرایەوە، دوای ئەوەی چوار مانگ بۆ چاککردنەوەی داخرابوو و کرێکاران کاریان تێدا دەکرد.",
          "بەڕێوەبەری باخچەکە گوتی دوو سەد دار چێنراون، هەروەها ڕێڕەوەکان فراوانتر کراون بۆ منداڵان و پیران.",
          "خێزانەکان لەگەڵ منداڵەکانیان هاتن، چایان لەژێر دارەکان خواردەوە و تا ئێوارە لەوێ مانەوە.")),
  KURMANJI(
      "ku",
      "Pirtûkxaneya gund ji nû ve vebû",
      "Rojnameya Çiya",
      "Wêneyê pirtûkxaneyê",
      "20 mijdar 2026 05:15",
      "Nûçeyên têkildar",
      List.of(
          "Pirtûkxaneya gund îro sibê ji nû ve vebû, piştî ku sê mehan ji bo nûkirinê hatibû girtin û karkeran tê de dixebitî.",
          "Rêvebira pirtûkxaneyê got ku hezar pirtûkên nû hatine kirîn, û maseyên zarokan jî hatine guhertin.",
          "Di saeta yekem de bêtirî çil zarok hatin, pirtûk hilbijartin û li ber pencereyan rûniştin."));

  final String language;
  final String headline;
  final String site;
  final String aside;
  final String date;
  final String related;
  final List<String> paragraphs;

  SiteStory(
      String language,
      String headline,
      String site,
      String aside,
      String date,
      String related,
      List<String> paragraphs) {
    this.language = language;
    this.headline = headline;
    this.site = site;
    this.aside = aside;
    this.date = date;
    this.related = related;
    this.paragraphs = paragraphs;
  }

  /** The attributes of a page's root in its language. */
  String root() {
    return "lang=\"%s\" dir=\"%s\"".formatted(language, this == KURMANJI ? "ltr" : "rtl");
  }
}
