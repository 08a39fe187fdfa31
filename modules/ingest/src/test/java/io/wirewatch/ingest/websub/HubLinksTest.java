package io.wirewatch.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HubLinksTest {
  private static final String ADDRESS = "https://desk.example/news/feed.xml";

  @Test
  void of_twoHeaders_findsHubAndSelf() {
    assertThat(
            HubLinks.of(
                List.of(
                    "<https://hub.example/>; rel=\"hub\"", "<https://desk.example/all>; rel=self"),
                ADDRESS))
        .contains(new HubLinks("https://hub.example/", "https://desk.example/all"));
  }

  @Test
  void of_oneHeaderWithCommasAndOtherParameters_findsBoth() {
    assertThat(
            HubLinks.of(
                List.of(
                    "<https://x.example/a,b;c>; title=\"x, <y>; rel=hub\"; rel=next ,"
                        + " <//hub.example/h?a=1,2>; type=\"a/b\"; Rel = \"HUB preload\",</self>;rel=self"),
                ADDRESS))
        .contains(new HubLinks("https://hub.example/h?a=1,2", "https://desk.example/self"));
  }

  @Test
  void of_noSelf_takesTheAddress() {
    assertThat(HubLinks.of(List.of("</hub>;rel=hub"), ADDRESS))
        .contains(new HubLinks("https://desk.example/hub", ADDRESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<https://hub.example/>",
        "<https://hub.example/>; rel=hubs",
        "<https://hub.example/>; rel=\"hub",
        "https://hub.example/; rel=hub",
        "<javascript:alert(1)>; rel=hub",
        "<file:///etc/passwd>; rel=hub",
        "<https://hub .example/>; rel=hub",
        "<:>; rel=hub"
      })
  void of_whatNamesNoHub_isEmpty(String header) {
    assertThat(HubLinks.of(List.of(header), ADDRESS)).isEmpty();
  }

  @Test
  void of_thousandsOfParameters_isRead() {
    String header = "<https://hub.example/>" + ";a=b".repeat(4_000) + ";rel=hub";

    assertThat(HubLinks.of(List.of(header), ADDRESS)).isPresent();
  }

  @Test
  void of_endlessHeader_isCut() {
    String header = "<https://x.example/>; rel=x, ".repeat(100_000) + "</hub>; rel=hub";

    assertThat(HubLinks.of(List.of(header), ADDRESS)).isEmpty();
  }
}
