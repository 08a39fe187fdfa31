package io.wirewatch.dashboard.ask;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.dashboard.web.Route;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports that replays left in the folders of one folder. Thread-safe. */
final class Reports {
  /* A name is one of a folder in that folder, then one of a file in it: neither may be hidden, lead elsewhere or be a link.
   * What a report holds came from outside, so a browser shows it as a page of nobody's: nothing runs, nothing is loaded; its
   * style stands in it, and that is all that it needs. */
  private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
  private static final String PATH = "/reports/";
  private static final String PAGE = "report.html";
  private static final int MOST_LOOKED_AT = 10_000;
  private static final int MOST_LISTED = 200;
  private static final int MOST_BYTES = 32 << 20;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_. +-]{0,99}");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "json", "application/json",
          "jsonl", "text/plain; charset=utf-8",
          "csv", "text/plain; charset=utf-8",
          "txt", "text/plain; charset=utf-8");
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
          "X-Frame-Options",
          "SAMEORIGIN",
          "Cache-Control",
          "no-cache");

  private final Optional<Path> directory;

  /**
   * Reports of a folder.
   *
   * @param directory empty where none is set
   */
  Reports(String directory) {
    this.directory = directory.isBlank() ? Optional.empty() : Optional.of(Path.of(directory));
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/reports", request -> Reply.json(200, list())), Route.get(PATH, this::file));
  }

  private record Report(String name, Instant at) {}

  private ObjectNode list() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode list = node.putArray("reports");
    directory.ifPresent(
        folder -> {
          node.put("directory", folder.toString());
          reports(folder).forEach(report -> list.add(node(report)));
        });
    return node;
  }

  private static List<Report> reports(Path folder) {
    List<Report> found = new ArrayList<>();
    int lookedAt = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (++lookedAt > MOST_LOOKED_AT) {
          LOG.warn("{} has more than {} entries; the others are not shown", folder, MOST_LOOKED_AT);
          break;
        }
        report(entry).ifPresent(found::add);
      }
    } catch (NoSuchFileException none) {
      LOG.debug("no replay has left a report yet", none);
    } catch (IOException | DirectoryIteratorException unreadable) {
      LOG.warn("the reports in {} cannot be listed", folder, unreadable);
    }
    return found.stream()
        .sorted(Comparator.comparing(Report::at).reversed().thenComparing(Report::name))
        .limit(MOST_LISTED)
        .toList();
  }

  private static Optional<Report> report(Path folder) throws IOException {
    String name = folder.getFileName().toString();
    Path page = folder.resolve(PAGE);
    if (!isName(name)
        || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || !Files.isRegularFile(page, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    return Optional.of(new Report(name, Files.getLastModifiedTime(page).toInstant()));
  }

  private static ObjectNode node(Report report) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", report.name())
        .put("at", DeskJson.time(report.at()))
        .put("href", PATH + encoded(report.name()) + "/" + PAGE);
  }

  /** As it stands in a path. */
  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Reply file(Request request) {
    String[] names = request.below(PATH).split("/", -1);
    if (names.length != 2 || !isName(names[0]) || !isName(names[1])) {
      return none();
    }
    String type = TYPES.getOrDefault(ending(names[1]), "");
    Optional<Path> file = directory.flatMap(folder -> within(folder, names[0], names[1]));
    if (type.isEmpty() || file.isEmpty()) {
      return none();
    }
    try {
      return content(file.get(), type);
    } catch (IOException gone) {
      LOG.warn("{} cannot be read", file.get(), gone);
      return none();
    }
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private static Optional<Path> within(Path root, String folder, String name) {
    try {
      Path report = root.resolve(folder);
      Path file = report.resolve(name);
      return report(report)
          .filter(there -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(there -> file);
    } catch (InvalidPathException | IOException none) {
      LOG.debug("no report {}", folder, none);
      return Optional.empty();
    }
  }

  private static Reply content(Path file, String type) throws IOException {
    try (InputStream in =
        Channels.newInputStream(
            Files.newByteChannel(
                file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      return content.length > MOST_BYTES
          ? Reply.error(
              413,
              "this file is larger than %d MiB: open it in the folder of the reports"
                  .formatted(MOST_BYTES >> 20))
          : new Reply.Whole(200, type, content, HEADERS);
    }
  }

  private static Reply none() {
    return Reply.error(404, "there is no such report; load the list again");
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
