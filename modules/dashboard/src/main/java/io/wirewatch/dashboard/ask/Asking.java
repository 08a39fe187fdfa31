package io.wirewatch.dashboard.ask;

import io.wirewatch.Alert;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.DashboardSettings;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.why.Groups;
import io.wirewatch.why.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the page asks beyond the picture, and what people decide on it: routes for {@code
 * /api/desk}, {@code /api/why}, {@code /api/rules}, {@code /api/test}, {@code /api/reports} and
 * {@code /api/openapi.json}. Thread-safe.
 */
public final class Asking implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
  private static final String DESCRIPTION = "/io/wirewatch/dashboard/openapi.json";

  /** Somebody waits, so a cluster that does not answer is said to be so soon. */
  private static final Map<String, String> PATIENCE =
      Map.of(
          "max.block.ms", "8000",
          "request.timeout.ms", "5000",
          "delivery.timeout.ms", "8000",
          "default.api.timeout.ms", "8000");

  private final List<Route> routes = new ArrayList<>();
  private final DeskRoutes desk;
  private final SilenceTrial silences;
  private final WhyRoute why;
  private final RulesInForce inForce;
  private final RulesRoute rules;
  private final RuleTrial trial;

  /**
   * What it needs of the others.
   *
   * @param groups consumer groups of the stages
   * @param alerts those that the page shows
   * @param rules asked where no set is published
   * @param annotator makes it when first asked, and gives the same one afterwards
   */
  public record Sources(
      Groups groups,
      Supplier<Collection<Alert>> alerts,
      Supplier<RuleSet> rules,
      Supplier<Annotator> annotator) {}

  /** Asks the cluster of these settings. Opens nothing before somebody asks. */
  public Asking(Settings settings, Clock clock, Sources sources) {
    Settings impatient = settings.with(PATIENCE);
    this.desk = new DeskRoutes(impatient, clock);
    this.silences = new SilenceTrial(sources.alerts());
    this.why =
        new WhyRoute(
            impatient,
            sources.groups(),
            new Question.Rules(sources.rules(), RulesInForce.FALLBACK, false));
    this.inForce = new RulesInForce(impatient, sources.rules());
    this.rules = new RulesRoute(inForce);
    this.trial = new RuleTrial(inForce, sources.annotator());
    routes.addAll(desk.routes());
    routes.addAll(List.of(silences.route(), why.route(), rules.route(), trial.route()));
    routes.addAll(new Reports(settings.value(DashboardSettings.REPORTS)).routes());
    routes.add(Route.get("/api/openapi.json", request -> description()));
  }

  /** All of them. A cluster that does not answer is a 503. */
  public List<Route> routes() {
    return routes.stream().map(Asking::answering).toList();
  }

  private static Route answering(Route route) {
    return new Route(
        route.method(),
        route.path(),
        route.needs(),
        request -> {
          try {
            return route.handler().reply(request);
          } catch (KafkaException broken) {
            LOG.warn("{} {} failed", route.method(), route.path(), broken);
            return Reply.error(
                503, "the cluster does not answer: %s".formatted(broken.getMessage()));
          }
        });
  }

  private static Reply description() {
    try (InputStream in = Asking.class.getResourceAsStream(DESCRIPTION)) {
      return new Reply.Whole(
          200,
          "application/json",
          Objects.requireNonNull(in, DESCRIPTION).readAllBytes(),
          Map.of("Cache-Control", "no-cache"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    desk.close();
    silences.close();
    why.close();
    rules.close();
    trial.close();
    inForce.close();
  }
}
