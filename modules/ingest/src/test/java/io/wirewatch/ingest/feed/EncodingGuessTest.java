package io.wirewatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingGuessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1252 | Le préfet a été prévenu de la levée du barrage près du marché.
          windows-1252 | Die Brücke über den Fluß ist für Fußgänger geöffnet.
          windows-1252 | The minister didn’t say why.
          windows-1256 | أغلقت السلطات المعبر الحدودي بعد ظهر اليوم حتى إشعار آخر
          windows-1256 | أغلق المعبر
          windows-1251 | Мост через реку снова открыт для грузовиков
          windows-1251 | Паром опаздывает
          KOI8-R | Мост через реку снова открыт для грузовиков
          KOI8-R | Паром опаздывает
          windows-1255 | הגשר נפתח שוב לתנועה של משאיות אחרי השיטפון
          windows-1253 | Η γέφυρα άνοιξε ξανά για τα φορτηγά μετά την πλημμύρα
          windows-1254 | Köprü kamyonlar için yeniden açıldı, sınır kapısı ise kapalı
          windows-1250 | Most na rzece został otwarty dla ciężarówek, a przejście jest zamknięte
          x-windows-874 | สะพานเปิดให้รถบรรทุกผ่านอีกครั้งหลังน้ำท่วม
          windows-31j | 橋はトラックのために再び開通しました。
          EUC-JP | 橋はトラックのために再び開通しました。
          windows-31j | 国境の町で橋が開通
          EUC-JP | 国境の町で橋が開通
          x-windows-949 | 다리가 트럭을 위해 다시 열렸다고 시장이 말했다.
          x-windows-949 | 국경 다리 재개통
          GB18030 | 大桥在洪水之后重新对卡车开放，市长说这是一个好消息。
          GB18030 | 边境的大桥重新开放
          Big5-HKSCS | 大橋在洪水之後重新對卡車開放，市長說這是一個好消息。
          Big5-HKSCS | 邊境的大橋重新開放
          """)
  void of_aSentenceInMarkUp_isItsEncoding(String encoding, String sentence) {
    Charset charset = Charset.forName(encoding);

    String read =
        new String(
            ("<item><title>" + sentence + "</title></item>").getBytes(charset),
            EncodingGuess.of(("<item><title>" + sentence + "</title></item>").getBytes(charset)));

    assertThat(read).contains(sentence);
  }
}
