package io.wirewatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.RawArticle;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonFeedTest {
  private static final String FEED =
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Tigris Wire", "language": "en",
       "feed_url": "https://wire.example/feed.json", "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
       "items": [
        {"id": 1, "url": "/a", "title": "Road closed", "summary": "Short.",
         "content_html": "<p>The road is closed.</p><p>Nobody knows why.</p>", "date_published": "2026-11-23T10:30:00+03:00"},
        {"id": "2", "external_url": "https://basin.example/b", "content_text": "One.\\n\\nTwo.", "language": "ku"}
       ]}
      """;

  @Test
  void read_anItem_hasItsTextTimeAndAddress() throws UnusableInputException {
    RawArticle article = article(read(FEED), 0);

    assertThat(article.getHeadline()).isEqualTo("Road closed");
    assertThat(article.getBody()).isEqualTo("The road is closed.\nNobody knows why.");
    assertThat(article.getUrl()).isEqualTo("https://wire.example/a");
    assertThat(article.getPublishedAt()).isEqualTo("2026-11-23T07:30:00Z");
    assertThat(article.getSource()).isEqualTo("Tigris Wire");
    assertThat(article.getLanguage()).isEqualTo("en");
  }

  @Test
  void read_plainText_keepsItsParagraphs() throws UnusableInputException {
    RawArticle article = article(read(FEED), 1);

    assertThat(article.getBody()).isEqualTo("One.\nTwo.");
    assertThat(article.getUrl()).isEqualTo("https://basin.example/b");
    assertThat(article.getLanguage()).isEqualTo("ku");
  }

  @Test
  void read_hubAndSelf_areHints() throws UnusableInputException {
    FeedHints hints = read(FEED).hints();

    assertThat(hints.hubs()).containsExactly("https://hub.example/");
    assertThat(hints.self()).contains("https://wire.example/feed.json");
  }

  @Test
  void read_aTornFile_givesTheItemsBeforeTheTear() throws UnusableInputException {
    assertThat(read(FEED.substring(0, FEED.indexOf("\"external_url\""))).readings()).hasSize(1);
  }

  @Test
  void read_whatIsNoObjectAmongItems_isLeftOutAndTheRestIsRead() throws UnusableInputException {
    FeedReading reading =
        read(
            """
            {"items": [{"title": "Gate open"}, null, 7, ["x"], {"title": "Ferry sinks"}],
             "title": "Tigris Wire", "language": "en"}
            """);

    assertThat(reading.readings()).hasSize(2);
    assertThat(article(reading, 1).getHeadline()).isEqualTo("Ferry sinks");
    assertThat(article(reading, 1).getSource()).isEqualTo("Tigris Wire");
    assertThat(reading.hints().language()).contains("en");
  }

  @Test
  void read_otherJson_isRefused() {
    assertThatThrownBy(() -> read("{\"a\": [1]}")).hasMessageContaining("JSON without items");
    assertThatThrownBy(() -> read("{\"a\": [")).hasMessageContaining("broken JSON");
    assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000)))
        .isInstanceOf(UnusableInputException.class);
  }

  private static RawArticle article(FeedReading reading, int at) {
    return ((Reading.Read) reading.readings().get(at)).article();
  }

  private static FeedReading read(String json) throws UnusableInputException {
    return FeedReader.feed(
        json.getBytes(StandardCharsets.UTF_8),
        ReadingContext.ofFile("f.json", Instant.parse("2026-11-23T12:00:00Z")));
  }
}
