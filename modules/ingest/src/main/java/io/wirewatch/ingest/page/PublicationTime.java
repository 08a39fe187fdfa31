package io.wirewatch.ingest.page;

import io.wirewatch.Precision;
import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.article.Published;
import io.wirewatch.ingest.extract.LinkedData;
import io.wirewatch.ingest.extract.Meta;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** When an article of its own page was published: what mark-up says, else what a reader sees. */
record PublicationTime(Document page, LinkedData data, Meta meta, Instant observedAt) {
  private static final int MOST_LINES = 4000;
  private static final int MOST_CHARS = 120;
  private static final int LINES_FROM_HEADLINE = 25;

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:(?:first |originally |last )?(?:published|posted|updated|modified|date|created)(?: on| at)?"
              + "|on|تاريخ النشر|تم النشر(?: في)?|نشر(?:ت)? (?:في|بتاريخ|يوم)|نُشر في|نشر|التاريخ|بتاريخ|آخر تحديث|تحديث|أضيف (?:في|بتاريخ)"
              + "|بڵاوکرایەوە(?: لە)?|بڵاوکراوەتەوە لە|ڕێکەوت|بەرواری بڵاوکردنەوە|بەروار|کات|دوایین نوێکردنەوە"
              + "|weşandin|hat weşandin|dîroka weşanê|dîrok)\\s*[:：-]?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
              + "|الأحد|الاحد|الإثنين|الاثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت"
              + "|یەکشەممە|دووشەممە|سێشەممە|چوارشەممە|پێنجشەممە|هەینی|شەممە"
              + "|yekşem|duşem|sêşem|çarşem|pêncşem|în|şemî)\\.?\\s*[،,:]?\\s*(?=[\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern PARTS = Pattern.compile("\\s*[|•·●]\\s*|\\s+[-–—]\\s+");

  /** The time; UNKNOWN where the page does not say any. */
  Published find(String headline) {
    return data.text("datePublished", "dateCreated", "uploadDate")
        .flatMap(StampedTime::read)
        .or(this::inMeta)
        .or(this::inMarkup)
        .or(() -> visible(headline))
        .or(() -> data.textOfPage("datePublished").flatMap(StampedTime::read))
        .orElse(Published.UNKNOWN);
  }

  /** The first that can be read. */
  private Optional<Published> inMeta() {
    return Stream.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "publishdate",
            "publish-date",
            "pubdate",
            "publication_date",
            "article.published",
            "dc.date.issued",
            "dcterms.created",
            "dc.date",
            "date")
        .flatMap(name -> meta.first(name).flatMap(this::any).stream())
        .findFirst();
  }

  /** Microdata, and the first {@code time} that is not of another article's teaser. */
  private Optional<Published> inMarkup() {
    for (String where :
        List.of(
            "[itemprop=datePublished]",
            "time[pubdate]",
            "h1 ~ * time, article header time",
            "article time, main time",
            "time")) {
      for (Element time : page.select(where)) {
        String said =
            List.of(time.attr("datetime"), time.attr("content"), time.text()).stream()
                .filter(Predicate.not(String::isBlank))
                .findFirst()
                .orElse("");
        Optional<Published> read = any(said);
        if (read.isPresent() && time.closest("aside, nav, footer") == null) {
          return read;
        }
      }
    }
    return Optional.empty();
  }

  /** The first line below the headline that says a time; else the last above it. */
  private Optional<Published> visible(String headline) {
    List<String> lines =
        HtmlLines.of(page.body()).stream().limit(MOST_LINES).map(PageLine::text).toList();
    int at = Math.max(0, lines.indexOf(headline));
    for (int i = at; i < Math.min(lines.size(), at + LINES_FROM_HEADLINE); i++) {
      Optional<Published> read = inLine(lines.get(i));
      if (read.isPresent()) {
        return read;
      }
    }
    for (int i = at - 1; i >= Math.max(0, at - LINES_FROM_HEADLINE); i--) {
      Optional<Published> read = inLine(lines.get(i));
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  private Optional<Published> inLine(String line) {
    if (line.length() > MOST_CHARS) {
      return Optional.empty();
    }
    Optional<Published> whole = age(line);
    if (whole.isPresent()) {
      return whole;
    }
    return PARTS.splitAsStream(line).map(this::age).flatMap(Optional::stream).findFirst();
  }

  private Optional<Published> any(String said) {
    return StampedTime.read(said).or(() -> age(said));
  }

  private Optional<Published> age(String said) {
    String bare = PlainText.oneLine(said);
    bare = LABEL.matcher(bare).replaceFirst("");
    bare = WEEKDAY.matcher(bare).replaceFirst("");
    return bare.isEmpty()
        ? Optional.empty()
        : AgeReader.read(bare)
            .map(age -> age.countedFrom(observedAt))
            .filter(published -> published.precision() != Precision.NONE);
  }
}
