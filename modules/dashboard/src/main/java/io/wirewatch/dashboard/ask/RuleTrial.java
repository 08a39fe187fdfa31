package io.wirewatch.dashboard.ask;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.dashboard.ask.RulesInForce.InForce;
import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.Problem;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.Span;
import io.wirewatch.why.Asking;
import io.wirewatch.why.ExplanationJson;
import io.wirewatch.why.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** What rules would say of a text: those that run, or those that somebody tries. Thread-safe. */
final class RuleTrial implements AutoCloseable {
  /* The text goes the way of an article: annotated as the enrichment stage does it, asked as the alert stage does it. What
   * is given is bounded in its size, and what it costs by a turn; a rule set knows no regular expressions. */
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_TEXT = 100_000;
  private static final int MOST_RULES_TEXT = 200_000;
  private static final int MOST_ENTITIES = 5_000;
  private static final int MOST_MATCHES = 100;
  private static final int AT_ONCE = 2;
  private static final int RULES_OF_A_PART = 50;
  private static final String ID = "test";
  private static final String GIVEN = "the rules given";

  private final RulesInForce running;
  private final Supplier<Annotator> annotator;
  private final Turns turns =
      new Turns(
          new Turns.Bounds(
              "rule-trial", AT_ONCE, Duration.ofSeconds(60), "take a shorter text or fewer rules"));

  /**
   * A trial of the rules that run.
   *
   * @param annotator asked for with each text; makes it when first asked, which takes a moment
   */
  RuleTrial(RulesInForce running, Supplier<Annotator> annotator) {
    this.running = running;
    this.annotator = annotator;
  }

  Route route() {
    return Route.question("/api/test", request -> turns.take(() -> tried(request)));
  }

  private Reply tried(Request request) {
    Given given = new Given(request.json());
    ArticleText text = text(given);
    String rules = given.text("rules", MOST_RULES_TEXT);
    Annotation found = stages(annotator.get().annotate(text));
    Article article = AnnotatedText.matchable(ID, text, found);
    ObjectNode node = AnnotationJson.put(JSON.objectNode(), found);
    try {
      verdict(node, rules.isBlank() ? running.now() : given(rules), article);
      node.putArray("problems");
    } catch (RuleProblems wrong) {
      problems(node, wrong.problems());
    }
    return Reply.json(200, node);
  }

  /** As much of it as the enrichment stage hands on. */
  private static Annotation stages(Annotation found) {
    return new Annotation(
        found.language(), found.entities().stream().limit(MOST_ENTITIES).toList(), found.regions());
  }

  private static ArticleText text(Given given) {
    String headline = given.text("headline");
    String body = given.text("body");
    if (headline.length() + body.length() > MOST_TEXT) {
      throw new BadRequestException(
          "headline and body take at most %,d characters together".formatted(MOST_TEXT));
    }
    if (headline.isBlank() && body.isBlank()) {
      throw new BadRequestException("there is nothing to test: give a headline or a body");
    }
    return new ArticleText(headline, body, null, null, given.text("source", 200));
  }

  private static InForce given(String rules) throws RuleProblems {
    RuleSet set = RuleSet.ofDefinitions(List.of(rules), LoadProgress.UNSEEN);
    return new InForce(set, (unread, read) -> inParts(set.rules(), read.get()), GIVEN);
  }

  /** Some after the other, so that it ends when nobody waits any more, whatever they cost. */
  private static List<RuleMatch> inParts(List<Rule> rules, Article article) {
    List<RuleMatch> matches = new ArrayList<>();
    for (int from = 0; from < rules.size(); from += RULES_OF_A_PART) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("nobody waits for what the rules say");
      }
      List<Rule> part = rules.subList(from, Math.min(rules.size(), from + RULES_OF_A_PART));
      matches.addAll(RuleSet.of(part).matcher().match(article));
    }
    return matches;
  }

  private static void verdict(ObjectNode node, InForce rules, Article article) {
    List<RuleMatch> matches = rules.matcher().match(article).stream().limit(MOST_MATCHES).toList();
    Verdict verdict = Asking.trial(rules.set(), rules.origin(), article, matches);
    ArrayNode matching = node.putArray("matches");
    matches.forEach(match -> matching.add(match(match)));
    ArrayNode explained = node.putArray("explained");
    verdict.explained().forEach(explanation -> explained.add(ExplanationJson.node(explanation)));
    ArrayNode nearest = node.putArray("nearest");
    verdict
        .nearest()
        .forEach(
            miss ->
                nearest
                    .addObject()
                    .put("rule", miss.rule().id())
                    .put("nearness", miss.when().nearness())
                    .put("reason", miss.reason()));
    node.put("ruleSet", verdict.ruleSet()).put("origin", verdict.origin());
  }

  private static ObjectNode match(RuleMatch match) {
    ObjectNode node =
        JSON.objectNode()
            .put("rule", match.ruleId())
            .put("severity", match.rule().severity().name());
    ArrayNode places = node.putArray("matches");
    match.spans().forEach(span -> places.add(place(span)));
    return match.unlisted() > 0 ? node.put("unlistedMatches", match.unlisted()) : node;
  }

  private static ObjectNode place(Span span) {
    return JSON.objectNode()
        .put("field", span.field().name().toLowerCase(Locale.ROOT))
        .put("start", span.start())
        .put("end", span.end())
        .put("text", span.text())
        .put("term", span.term());
  }

  private static void problems(ObjectNode node, List<Problem> problems) {
    List.of("matches", "explained", "nearest").forEach(node::putArray);
    ArrayNode list = node.putArray("problems");
    problems.forEach(
        problem ->
            list.addObject()
                .put("line", problem.line())
                .put("message", problem.wrong() + "; " + problem.right()));
    node.put("origin", GIVEN);
  }

  @Override
  public void close() {
    turns.close();
  }
}
