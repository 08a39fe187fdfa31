package io.wirewatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.web.Fetcher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputReaderTest {
  private static final Instant OBSERVED = Instant.parse("2026-11-23T12:00:00Z");
  private static final String LINE =
      "{\"source\":\"s\",\"headline\":\"from lines\",\"body\":\"b\"}\n";
  private static final String FEED =
      "<rss version=\"2.0\"><channel><title>t</title><item><title>from a feed</title></item></channel></rss>";
  private static final String PAGE =
      "Related Articles\nTigris Wire\n2 hours ago\n- Tigris Wire\nfrom a page\nThe text. It is short.\n";

  @TempDir private Path folder;
  private final Fetcher fetcher = new Fetcher(true);
  private Inputs inputs;

  @BeforeEach
  void open() {
    inputs = new Inputs(fetcher, new ByteArrayInputStream(LINE.getBytes(StandardCharsets.UTF_8)));
  }

  @AfterEach
  void close() {
    fetcher.close();
  }

  @Test
  void read_aFolder_readsEachKindInTheOrderOfNames() throws Exception {
    write("c.txt", PAGE);
    write("a.jsonl", LINE);
    write("b.xml", FEED);
    write(".hidden", "x");
    Files.createDirectory(folder.resolve("d"));

    assertThat(headlines(folder.toString()))
        .containsExactly("from lines", "from a feed", "from a page");
  }

  @Test
  void read_aFile_isNamedAsTheUserSaidIt() throws Exception {
    Path file = write("a.jsonl", LINE);

    assertThat(read(file.toString()).get(0))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> assertThat(read.article().getFeed()).isEqualTo("jsonl:" + file));
  }

  @Test
  void read_standardInput_isADash() throws Exception {
    assertThat(headlines("-")).containsExactly("from lines");
  }

  @Test
  void read_anAddress_isFetched() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/p",
        e -> {
          e.sendResponseHeaders(200, PAGE.length());
          e.getResponseBody().write(PAGE.getBytes(StandardCharsets.UTF_8));
          e.close();
        });
    server.start();
    try {
      assertThat(headlines("http://127.0.0.1:" + server.getAddress().getPort() + "/p"))
          .containsExactly("from a page");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void read_aKindThatIsSaid_isNotGuessed() throws Exception {
    Path file = write("a.txt", "{broken\n" + LINE);
    List<Reading> readings = new ArrayList<>();

    assertThatThrownBy(
            () ->
                new InputReader(Optional.of(InputKind.FEED))
                    .read(input(file.toString()), OBSERVED, readings::add))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageStartingWith(file + ": not a feed");
  }

  @Test
  void read_aPageWithoutArticles_saysSoAndNamesIt() throws IOException {
    Path file = write("a.txt", "nothing to see\n");

    assertThatThrownBy(() -> read(file.toString()))
        .hasMessage(file + ": no article found on the page");
  }

  @Test
  void read_aPageOver16MiB_isRefused() throws IOException {
    Path file = write("a.txt", "x".repeat(16 * 1024 * 1024 + 1));

    assertThatThrownBy(() -> read(file.toString())).hasMessage(file + ": over 16 MiB");
  }

  @Test
  void read_bytesThatAreNoText_areRefused() throws IOException {
    Path file = folder.resolve("a.bin");
    Files.write(file, new byte[] {0, 1, 2, (byte) 0xFF});

    assertThatThrownBy(() -> read(file.toString())).hasMessageContaining("not text");
  }

  @Test
  void named_aMissingFile_saysSo() {
    assertThatThrownBy(() -> inputs.named("/no/such/file"))
        .hasMessage("no such file: /no/such/file");
  }

  @Test
  void named_rubbish_saysSo() {
    assertThatThrownBy(() -> inputs.named("a\0b")).isInstanceOf(UnusableInputException.class);
  }

  @Test
  void named_anEmptyFolder_saysSo() {
    assertThatThrownBy(() -> inputs.named(folder.toString())).hasMessage("no files in " + folder);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Input input(String word) throws UnusableInputException {
    return inputs.named(word).get(0);
  }

  private List<Reading> read(String word) throws UnusableInputException {
    List<Reading> readings = new ArrayList<>();
    for (Input input : inputs.named(word)) {
      new InputReader(Optional.empty()).read(input, OBSERVED, readings::add);
    }
    return readings;
  }

  private List<String> headlines(String word) throws UnusableInputException {
    return read(word).stream().map(r -> ((Reading.Read) r).article().getHeadline()).toList();
  }
}
