package io.wirewatch.annotate;

import io.wirewatch.language.Folding;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words whose presence beside a name says what the name is. All folded. */
final class ContextWords {
  /** Said of where something is; after them a name is a place's. */
  static final Set<String> LOCATIVE =
      folded("in at from near to of li ji toward towards outside inside across around via between");

  /** Capitalised words before a place that do not make it a person's name. */
  static final Set<String> NEUTRAL =
      folded(
          "in at from near to of the on for with and by as but around outside inside across between after before while when where via over"
              + " under since during against amid into onto upon within without both also meanwhile however yesterday today tomorrow though"
              + " although because if that this these those his her its their our my a an or nor so yet not no all most some many"
              + " north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern"
              + " southeastern southwestern central downtown greater upper lower mid inner outer old new city town province governorate"
              + " district village port lake mount mt fort camp river valley state county region area gulf island capital republic kingdom"
              + " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
              + " october november december jan feb mar apr jun jul aug sep sept oct nov dec al el");

  /** Generic words after a place that leave it a place. */
  static final Set<String> GENERIC =
      folded(
          "province governorate city district county state airport international street road border crossing region area valley mountains"
              + " mountain river police subdistrict town village island islands coast bay port border base camp air dam prefecture oblast"
              + " metropolitan suburb suburbs countryside monday tuesday wednesday thursday friday saturday sunday i");

  /** After or before them the province is meant, not the city of the same name. */
  static final Set<String> PROVINCE =
      folded(
          "province governorate state محافظة محافظه بمحافظة لمحافظة ولاية إقليم منطقة پارێزگای پارێزگا parêzgeha parêzgehê parezgeha");

  /** A part of the name after the name of a division or town: what it is. */
  static final Set<String> DIVISION =
      folded("province governorate state region district subdistrict city county");

  /** What an Arabic text writes before a place whose name is also a word. */
  static final Set<String> ARABIC_PLACE =
      folded(
          "مدينة قضاء ناحية بلدة محافظة منطقة قرية معبر منفذ قاعدة ريف مطار سد حقل جبل بلدتي مدينتي قضاءي مخيم حي بمدينة بقضاء بناحية"
              + " لمدينة ومدينة وقضاء وناحية معسكر شمالي جنوبي غربي شرقي شمال جنوب غرب شرق قرب نحو کەمپی بنکەی دەروازەی پارێزگای ناوچەی قەزای شاری شار قەزای ناحیەی گوندی شارۆچکەی");

  /** Not a part of the name that follows. */
  static final Set<String> BEFORE_NAME =
      folded(
          "محافظة قضاء ناحية بلدة قرية معبر منفذ قاعدة حقل سد جبل جبال قطاع مخيم معسكر منطقة مركز بمحافظة لمحافظة بقضاء بناحية بنكەی"
              + " دەروازەی پارێزگای کەمپی قەزای چیای");

  /** Before the name of a place and with a capital a part of it. */
  static final Set<String> START_OF_NAME =
      folded(
          "mount fort camp lake northern southern eastern western north south east west northeastern northwestern southeastern");

  /** After the name of a place and with a capital a part of it. */
  static final Set<String> END_OF_NAME =
      folded("province governorate district dam island islands mountains valley");

  /** With which seas' names end, or begin before "of": the Caspian Sea is no news of Caspian. */
  static final Set<String> SEA = folded("sea ocean gulf");

  /** With which newspapers' names end: the Basra Times is no news of Basra. */
  static final Set<String> PRESS =
      folded("times post herald tribune journal gazette daily news newspaper observer");

  private ContextWords() {}

  private static Set<String> folded(String words) {
    return Arrays.stream(words.split(" ", -1))
        .map(Folding::fold)
        .collect(Collectors.toUnmodifiableSet());
  }
}
