package io.wirewatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemmerTest {
  private static boolean joins(Language language, String term, String word) {
    Stemmer stemmer = Stemmer.forLanguage(language);
    return stemmer.readings(Folding.fold(word)).contains(stemmer.stem(Folding.fold(term)));
  }

  @ParameterizedTest
  @CsvSource({
    "EN,withdraw,withdrew",
    "EN,withdraw,withdrawn",
    "EN,withdraw,withdrawing",
    "EN,withdraw,withdrawals",
    "EN,border,borders",
    "EN,frontier,frontiers",
    "EN,fight,fought",
    "EN,lead,led",
    "EN,run,ran",
    "EN,blow,blew",
    "EN,slay,slain",
    "EN,dig,dug",
    "EN,beat,beaten",
    "EN,overrun,overran",
    "EN,retake,retaken",
    "EN,find,found",
    "EN,strike,struck",
    "EN,gunman,gunmen",
    "EN,pullout,pullouts",
    "EN,organization,organisations",
    "AR,حدود,الحدود",
    "AR,حدود,للحدود",
    "AR,حدود,وبالحدود",
    "AR,حدود,حدودي",
    "AR,حدود,الحدودية",
    "AR,حدود,حدودها",
    "AR,انسحاب,والانسحابات",
    "AR,انسحاب,انسحاباً",
    "AR,وزارة,الوزارة",
    "AR,وزارة,ووزارة",
    "AR,داعش,لداعش",
    "AR,سوريا,السورية",
    "AR,لبنان,اللبنانية",
    "AR,لبنان,ولبنانيون",
    "AR,فلسطين,الفلسطينيين",
    "AR,السودان,السودانيين",
    "AR,برلمان,لبرلمانها",
    "AR,فيضان,الفيضانات",
    "AR,عشرون,وعشرين",
    "AR,مراقب,المراقبان",
    "AR,سد,السد",
    "AR,سد,وبالسد",
    "AR,حي,للحي",
    "AR,حي,كالحي",
    "AR,السد,للسد",
    "CKB,سنوور,سنوورەکان",
    "CKB,سنوور,سنوورییەکانی",
    "CKB,سنوور,سنووری",
    "CKB,پاڵەوانێتی,پاڵەوانێتییەکە",
    "CKB,بنکە,بنکەکەیان",
    "CKB,داعش,داعشدا",
    "AR,وحدات,وحداتها",
    "AR,كتيبة,كتيبتهم",
    "AR,ثكنة,وبثكنتها",
    "CKB,داعش,لەداعش",
    "CKB,سنوور,لەسنوورەکە",
    "CKB,سنوور,بەسنوورەوە",
    "CKB,داعش,داعشەکان",
    "KMR,sînor,sînorê",
    "KMR,sînor,sînoran",
    "KMR,sînor,sînorekî",
    "KMR,sînor,sînorî",
    "OTHER,frontera,Frontera"
  })
  void readings_inflection_holdTheStemOfTheTerm(Language language, String term, String word) {
    assertThat(joins(language, term, word)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "EN,new,news",
    "EN,find,founded",
    "EN,leave,left",
    "EN,organ,organization",
    "EN,border,borderline",
    "EN,import,important",
    "EN,university,universe",
    "EN,yeman,yemen",
    "AR,حدود,محدود",
    "AR,داعش,دعاش",
    "AR,طالبان,وطالب",
    "AR,طالب,طالبان",
    "AR,طالبان,الطالباني",
    "AR,البحرين,البحر",
    "AR,لبنان,اللبن",
    "AR,السودان,السود",
    "AR,السودان,السوداني",
    "AR,الأربعين,أربعة",
    "AR,عدوان,العدو",
    "AR,كانون,كان",
    "AR,السليمانية,سليمان",
    "AR,سليمان,سليماني",
    "AR,سد,بسد",
    "AR,الله,له",
    "AR,الآن,أن",
    "CKB,سنوور,سنوو",
    "KMR,sînor,sîno",
    "OTHER,frontera,fronteras"
  })
  void readings_otherWord_doNotHoldTheStemOfTheTerm(Language language, String term, String word) {
    assertThat(joins(language, term, word)).isFalse();
  }

  @Test
  void stem_ofAVeryLongWord_isTheWord() {
    String word = "ing".repeat(10_000);
    assertThat(Stemmer.forLanguage(Language.EN).stem(word)).isEqualTo(word);
  }
}
