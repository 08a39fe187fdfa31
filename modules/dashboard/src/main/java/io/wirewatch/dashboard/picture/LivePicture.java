package io.wirewatch.dashboard.picture;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.DashboardSettings;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.dashboard.web.Route;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows, as it is now: the newest alerts with their incidents, what desks decided,
 * the newest articles. Read from the topics from when it is made until it is closed; whoever looks
 * is told of changes. It reads alone and commits nothing, so any number of them can run.
 * Thread-safe.
 */
public final class LivePicture implements AutoCloseable {
  private static final String JSON = "application/json";
  private static final String ARTICLE = "/api/articles/";

  private final Records records;
  private final SharedPicture picture;
  private final WholePicture whole;
  private final WholePicture brief;
  private final Reading reading;

  /**
   * Begins to read.
   *
   * @throws io.wirewatch.contract.InvalidSettingException where a setting is not legal
   */
  public LivePicture(Settings settings, Clock clock) {
    Picture.Bounds bounds =
        new Picture.Bounds(
            settings.value(DashboardSettings.ALERTS), settings.value(DashboardSettings.ARTICLES));
    records = new Records(settings);
    picture = new SharedPicture(() -> new Picture(bounds, records), clock);
    whole = new WholePicture(picture, Form.WHOLE);
    brief = new WholePicture(picture, Form.BRIEF);
    reading = new Reading(settings, bounds, picture, records).start();
  }

  /** What it answers. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/picture", this::picture),
        Route.get("/api/stream", this::stream),
        Route.get("/api/articles", this::articles),
        Route.get(ARTICLE, this::article));
  }

  private Reply picture(Request request) {
    return (request.asked("brief").isPresent() ? brief : whole).reply();
  }

  private Reply stream(Request request) {
    Optional<String> seen = request.lastEventId().or(() -> request.asked("after"));
    return new Reply.Flowing("text/event-stream", new Page(picture, Cursor.of(seen)), Map.of());
  }

  private Reply articles(Request request) {
    return json(ArticleList.of(ArticleQuery.of(request), picture).json());
  }

  private Reply article(Request request) {
    String id = request.below(ARTICLE);
    Optional<EnrichedArticle> article = article(id);
    if (article.isEmpty()) {
      return Reply.error(
          404,
          "no article of that id is among the newest that are held here; why looks in all topics");
    }
    List<byte[]> alerts =
        picture.ask(now -> now.alertsOf(id)).stream().map(HeldAlert::json).toList();
    return json(
        Json.object(
            json ->
                json.put("article", fields -> ArticleJson.into(fields, article.get()))
                    .raw("alerts", alerts)));
  }

  private static Reply json(byte[] content) {
    return new Reply.Whole(200, JSON, content, Map.of());
  }

  /** The alerts that are shown, the newest first, as they are at this moment. */
  public Collection<Alert> alerts() {
    return new AlertsView(picture.look().snapshot().alerts(), records);
  }

  /** The article of that id; empty where it is not among those that are held. */
  public Optional<EnrichedArticle> article(String id) {
    @Nullable HeldArticle held = picture.ask(now -> now.article(id));
    return Optional.ofNullable(held).map(article -> records.article(article.stored()));
  }

  /**
   * Tells all pages that are open, and those that come. Of an event that pages have not read yet
   * only the newest is kept.
   */
  public void tell(String event, JsonNode data) {
    picture.say(event, data.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether all that there was when it began has been read. */
  public boolean isLoaded() {
    return picture.isLoaded();
  }

  /** How many records could not be read, and were left out. */
  public long unreadable() {
    return records.unreadable();
  }

  /** Why nothing can be read at the moment, though it is tried; empty where it can. */
  public Optional<Throwable> outage() {
    return reading.outage();
  }

  /** Why it reads no more, though it was not closed; empty while it does. */
  public Optional<Throwable> failure() {
    return reading.failure();
  }

  @Override
  public void close() {
    reading.close();
    picture.close();
  }
}
