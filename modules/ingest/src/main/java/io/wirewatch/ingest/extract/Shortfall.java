package io.wirewatch.ingest.extract;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Why a page that looks like one of an article has none to read. */
public enum Shortfall {
  PAYWALL("behind a paywall: the page holds a teaser, or hides the text from who has not paid"),
  NEEDS_SCRIPT("an empty shell: its text comes by JavaScript only"),
  CONSENT("a consent wall: it shows no article before cookies are agreed to"),
  NOT_FOUND("a soft 404: the site says that there is no such page");

  /* A false refusal costs a whole article, a missed one a short text. So each needs two signs: its own words,
   * and that there is too little text for an article. */

  private static final int TEASER_WORDS = 120;
  private static final int PAID_TEASER_WORDS = 250;
  private static final int FEW_WORDS = 40;
  private static final int CONSENT_WORDS = 250;
  private static final int LEAST_CONSENT_SIGNS = 3;

  private static final String AROUND_CONTENT =
      "nav, header:not(article header, main header), footer:not(article footer, main footer)";

  private static final Pattern SUBSCRIBE =
      words(
          "subscribe (?:now |today )?to (?:continue|read|keep reading|unlock)|to (?:continue|keep) reading|continue reading (?:with|by|for)",
          "(?:log|sign) in to (?:read|continue)|already a (?:subscriber|member)|for subscribers only|subscribers.only|unlock this article",
          "become a (?:subscriber|member) to|this (?:article|content|story) is (?:for|available to|reserved for) (?:paying |paid )?(?:subscribers|members)",
          "للمشتركين فقط|اشترك (?:الآن )?(?:لمتابعة|لقراءة|لإكمال)|لمتابعة القراءة|لمواصلة القراءة|مشترك بالفعل",
          "تەنها بۆ بەشداربووان|بۆ خوێندنەوەی تەواوی|ji bo aboneyan|bibe abone");
  private static final Pattern SCRIPT =
      words(
          "(?:enable|requires?|turn on|activate|need) (?:the use of )?java ?script|java ?script (?:is (?:disabled|required|not enabled)|to (?:run|view|use))|without java ?script",
          "تفعيل (?:ال)?جافا ?سكر[يب]+ت|جاڤاسکریپت|javascriptê çalak");
  private static final Pattern CONSENT_SIGN =
      words(
          "cookies?|consent|gdpr|privacy (?:policy|choices|settings)|our (?:\\d+ )?partners|personal data|accept all|reject all|manage (?:options|preferences|choices)",
          "before you continue|legitimate interest|vendors",
          "ملفات تعريف الارتباط|الكوكيز|قبول الكل|رفض الكل|سياسة الخصوصية|شركاؤنا|البيانات الشخصية",
          "کووکی|کوکی|ڕازیبوون|هەموو قبوڵ بکە|سیاسەتی تایبەتمەندی|çerez|hemûyan qebûl bike");
  private static final Pattern MISSING =
      words(
          "^(?:error )?404\\b|\\b404(?: error| not found| page)?$|page (?:was |is |could )?not (?:be )?found|(?:page|article|story) (?:no longer exists|does(?:n.t| not) exist|cannot be found|is no longer available)",
          "nothing (?:was )?found|(?:can.t|couldn.t|could not|cannot) find (?:the|that|this) (?:page|article|story)",
          "الصفحة (?:المطلوبة )?غير موجودة|لم يتم العثور|الصفحة التي تبحث عنها|خطأ 404",
          "(?:پەڕە|لاپەڕە|پەڕەکە|لاپەڕەکە) ?نەدۆزرایەوە|rûpel nehat dîtin");

  private final String reason;

  Shortfall(String reason) {
    this.reason = reason;
  }

  /** In words for people. */
  public String reason() {
    return reason;
  }

  /** What a page lacks, of which so much text could be read; empty where it is an article. */
  public static Optional<Shortfall> of(Document page, LinkedData data, String text) {
    int words = Passage.words(text);
    if (words > PAID_TEASER_WORDS) {
      return data.isPaid() && hidesText(page) ? Optional.of(PAYWALL) : Optional.empty();
    }
    String visible = page.body().text();
    if (isMissing(page) && words < TEASER_WORDS) {
      return Optional.of(NOT_FOUND);
    }
    if (isPaywall(page, data, words)) {
      return Optional.of(PAYWALL);
    }
    if (words < CONSENT_WORDS && isConsent(text.isEmpty() ? visible : text)) {
      return Optional.of(CONSENT);
    }
    return words < FEW_WORDS && isShell(page, visible)
        ? Optional.of(NEEDS_SCRIPT)
        : Optional.empty();
  }

  private static boolean isPaywall(Document page, LinkedData data, int words) {
    boolean asks = asksToPay(page);
    return data.isPaid()
        ? asks || hidesText(page) || words < FEW_WORDS
        : asks && words < TEASER_WORDS;
  }

  /** Whether it asks to, beside what a site says on each of its pages. */
  private static boolean asksToPay(Document page) {
    Element content = page.body().clone();
    content.select(AROUND_CONTENT).remove();
    return SUBSCRIBE.matcher(content.text()).find();
  }

  /** Whether what is behind the paywall stands there, but no reader sees it. */
  private static boolean hidesText(Document page) {
    for (Element part :
        page.select(
            "[class*=paywall], [id*=paywall], [class*=paid-content], [class*=premium-content]")) {
      if ((Roles.isHidden(part) || Roles.isFolded(part))
          && Passage.words(part.text()) > FEW_WORDS) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMissing(Document page) {
    Element heading = page.selectFirst("h1");
    return MISSING.matcher(page.title().strip()).find()
        || (heading != null && MISSING.matcher(heading.text().strip()).find());
  }

  private static boolean isConsent(String text) {
    return CONSENT_SIGN.matcher(text).results().map(sign -> sign.group()).distinct().count()
        >= LEAST_CONSENT_SIGNS;
  }

  private static boolean isShell(Document page, String visible) {
    boolean asks = SCRIPT.matcher(visible + " " + page.select("noscript").text()).find();
    Element root =
        page.selectFirst(
            "#root, #app, #__next, #__nuxt, #___gatsby, app-root, [ng-app], [data-reactroot]");
    boolean empty = root != null && Passage.words(root.text()) < FEW_WORDS;
    return (asks || empty) && page.selectFirst("script") != null;
  }

  private static Pattern words(String... any) {
    return Pattern.compile(String.join("|", any), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
