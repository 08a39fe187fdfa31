package io.wirewatch.benchmarks.desk;

import io.wirewatch.Severity;
import java.util.List;

/** Made-up news of one language: headlines and sentences with a word that a rule looks for. */
@SuppressWarnings("ImmutableEnumChecker") // Of List.of.
enum Tongue {
  ENGLISH(
      "en",
      List.of("Lantern Daily", "Basin News", "Harbour Wire", "The Level Crossing"),
      List.of(
          "%s closed at %s after an argument about tolls",
          "Farmers report %s on the road to %s",
          "Council meets over %s near %s, no decision yet",
          "Drivers wait for hours: %s at %s"),
      List.of(
          "Officials in %2$s said on the day that the %1$s had been known for a week.",
          "Traders who use the road say that the %1$s costs them more than the winter did.",
          "A second bridge near %2$s stayed open, and lorries were sent there.",
          "Nobody was hurt, a clinic said, but the queue reached the old mill."),
      List.of("border", "roadblock", "shelling", "power cut", "flood warning", "water shortage")),
  ARABIC(
      "ar",
      List.of("صحيفة المنارة", "أخبار الحوض"),
      List.of(
          "%s قرب %s بعد خلاف على الرسوم",
          "مزارعون يتحدثون عن %s على طريق %s", "المجلس يناقش %s في %s بلا قرار"),
      List.of(
          "قال مسؤولون في %2$s إن خبر %1$s معروف منذ أسبوع.",
          "ويقول تجار الطريق إن %1$s يكلفهم أكثر مما كلفهم الشتاء.",
          "وبقي الجسر الثاني قرب %2$s مفتوحا أمام الشاحنات."),
      List.of("إغلاق الحدود", "حاجز", "قصف", "انقطاع الكهرباء", "تحذير من فيضان", "شح المياه")),
  SORANI(
      "ckb",
      List.of("هەواڵی دۆڵ"),
      List.of("%s لە نزیک %s دوای ناکۆکی", "جوتیاران باسی %s دەکەن لە ڕێگای %s"),
      List.of(
          "بەرپرسان لە %2$s دەڵێن هەواڵی %1$s هەفتەیەکە زانراوە.",
          "پردی دووەم لە نزیک %2$s بۆ بارهەڵگرەکان کراوەیە."),
      List.of("سنوور", "ڕێگرتن", "تۆپباران", "بڕینی کارەبا", "لافاو", "کەمئاوی")),
  KURMANJI(
      "kmr",
      List.of("Rojnameya Geliyê"),
      List.of("%s li nêzîkî %s piştî nakokiyê", "Cotkar behsa %s dikin li ser rêya %s"),
      List.of(
          "Berpirsên %2$s dibêjin ku nûçeya %1$s hefteyek e tê zanîn.",
          "Pira duyem a nêzîkî %2$s ji bo kamyonan vekirî ye."),
      List.of("sînor", "rêgirtin", "topbaran", "qutbûna kehrebeyê", "lehî", "kêmbûna avê"));

  /** Rules, in the order of {@link #terms}. */
  static final List<String> RULES =
      List.of(
          "border-incident", "roadblock", "shelling", "power-outage", "flood", "water-shortage");

  private static final List<Severity> SEVERITIES =
      List.of(
          Severity.HIGH,
          Severity.MEDIUM,
          Severity.CRITICAL,
          Severity.LOW,
          Severity.MEDIUM,
          Severity.LOW);

  private final String code;
  private final List<String> sources;
  private final List<String> headlines;
  private final List<String> sentences;
  private final List<String> terms;

  Tongue(
      String code,
      List<String> sources,
      List<String> headlines,
      List<String> sentences,
      List<String> terms) {
    this.code = code;
    this.sources = sources;
    this.headlines = headlines;
    this.sentences = sentences;
    this.terms = terms;
  }

  static Severity severity(int rule) {
    return SEVERITIES.get(rule);
  }

  String code() {
    return code;
  }

  List<String> sources() {
    return sources;
  }

  /** Each takes a term and a place. */
  List<String> headlines() {
    return headlines;
  }

  /** Each takes a term and a place. */
  List<String> sentences() {
    return sentences;
  }

  List<String> terms() {
    return terms;
  }
}
