package io.wirewatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.ingest.article.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpmlReaderTest {
  private static final String LIST =
      """
      <?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
      <outline text="Region"><outline text="Iraq" title="Iraq">
        <outline type="RSS" text="Tigris &amp; Wire" title="Tigris Wire: all" xmlUrl="https://wire.example/rss"
          htmlUrl="https://wire.example/" language="ar"/>
        <outline xmlurl="feed://basin.example/atom.xml"/>
      </outline>
      <outline text="Again" xmlUrl="https://wire.example/rss"/>
      <outline text="No feed" htmlUrl="https://wire.example/"/>
      <outline text="Script" xmlUrl="javascript:x()"/></outline></body></opml>
      """;

  @Test
  void read_nestedOutlines_givesEachFeedOnce() throws UnusableInputException {
    List<OpmlSource> sources = read(LIST);

    assertThat(sources)
        .extracting(OpmlSource::url)
        .containsExactly("https://wire.example/rss", "http://basin.example/atom.xml");
  }

  @Test
  void read_aFeed_hasAllThatIsSaidOfIt() throws UnusableInputException {
    OpmlSource source = read(LIST).get(0);

    assertThat(source.name()).isEqualTo("Tigris & Wire");
    assertThat(source.title()).isEqualTo("Tigris Wire: all");
    assertThat(source.kind()).isEqualTo("rss");
    assertThat(source.page()).contains("https://wire.example/");
    assertThat(source.language()).contains("ar");
    assertThat(source.folders()).containsExactly("Region", "Iraq");
  }

  @Test
  void read_aFeedWithoutAName_isNamedByItsHost() throws UnusableInputException {
    assertThat(read(LIST).get(1).name()).isEqualTo("basin.example");
  }

  @Test
  void read_aListThatIsTorn_givesWhatIsThere() throws UnusableInputException {
    assertThat(read(LIST.substring(0, LIST.indexOf("<outline text=\"Again\"")))).hasSize(2);
  }

  @Test
  void read_whatIsNoList_isRefused() {
    assertThatThrownBy(() -> read("<rss/>")).hasMessageContaining("not a list of feeds");
    assertThatThrownBy(() -> read("")).hasMessageContaining("not a list of feeds");
  }

  @Test
  void read_moreFeedsThanAnybodyReads_isRefused() {
    StringBuilder list = new StringBuilder("<opml><body>");
    for (int at = 0; at <= OpmlReader.MOST_SOURCES; at++) {
      list.append("<outline xmlUrl='http://a.example/").append(at).append("'/>");
    }

    assertThatThrownBy(() -> read(list.toString())).hasMessageContaining("over 10000 feeds");
  }

  private static List<OpmlSource> read(String opml) throws UnusableInputException {
    return OpmlReader.read(opml.getBytes(StandardCharsets.UTF_8), null);
  }
}
