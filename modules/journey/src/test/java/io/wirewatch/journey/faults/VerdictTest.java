package io.wirewatch.journey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Made-up logs of a run: whole ones, and with one thing wrong. */
final class VerdictTest {
  private static final Optional<Feed.Sums> NOT_SAID = Optional.empty();

  private final Load load = Load.of("t", 300, new Random(7), true);
  private final List<Seen> log = new ArrayList<>();

  @BeforeEach
  void writeWholeLog() {
    for (KnownArticle article : load.articles()) {
      article
          .enriched()
          .forEach(
              item -> {
                see(Topics.RAW_ARTICLES.name(), new Item(item.article(), 0, item.what()));
                see(Topics.ENRICHED_ARTICLES.name(), item);
              });
      alert(article, Subject.FIRST_SET);
    }
    load.unusable().forEach(id -> setAside(Topics.REJECTED_ARTICLES.name(), id, "unusable", true));
    load.refused().forEach(id -> setAside(Topics.REJECTED_ARTICLES.name(), id, "refused", false));
    load.unreadable().forEach(id -> setAside(Topics.DEAD_LETTER.name(), id, "unreadable", true));
  }

  @Test
  void of_wholeLog_holds() {
    assertThat(verdict(NOT_SAID)).isEqualTo(new Verdict(Difference.NONE, List.of()));
  }

  @Test
  void of_copyThatWasDropped_holds() {
    Seen raw = first(Topics.RAW_ARTICLES.name());
    log.add(log.indexOf(raw), raw);
    assertThat(verdict(NOT_SAID).holds()).isTrue();
  }

  @Test
  void of_lostArticle_isLostAndSumsAreWrong() {
    log.remove(first(Topics.ENRICHED_ARTICLES.name()));
    Verdict verdict = verdict(NOT_SAID);
    assertThat(verdict.difference().lost()).isEqualTo(1);
    assertThat(verdict.wrongSums()).hasSize(1);
  }

  @Test
  void of_lostAlert_isLost() {
    log.remove(first(Topics.ALERTS.name()));
    assertThat(verdict(NOT_SAID).difference().lost()).isEqualTo(1);
  }

  @Test
  void of_alertTwiceOnItsRoute_isDoubled() {
    log.add(first(Topics.alerts(Subject.WATER.rule()).name()));
    assertThat(verdict(NOT_SAID).difference().doubled()).isEqualTo(1);
  }

  @Test
  void of_revisionsTheOtherWayRound_isOutOfOrder() {
    Seen second =
        log.stream()
            .filter(one -> one.topic().equals(Topics.ENRICHED_ARTICLES.name()))
            .filter(one -> one.item().revision() == 2)
            .findFirst()
            .orElseThrow();
    log.remove(second);
    log.add(0, second);
    assertThat(verdict(NOT_SAID).difference().outOfOrder()).isEqualTo(1);
  }

  @Test
  void of_lostDeadLetter_isLost() {
    log.remove(first(Topics.DEAD_LETTER.name()));
    assertThat(verdict(NOT_SAID).difference().lost()).isEqualTo(1);
  }

  @Test
  void of_producerThatReadLess_sumsAreWrong() {
    Feed.Sums less = new Feed.Sums(10, 10, 0);
    assertThat(verdict(Optional.of(less)).wrongSums()).hasSize(1);
  }

  @Test
  void of_alertOfARuleThatIsGone_isWrongAfterTheChangeOnly() {
    Verdict.Rules changed = new Verdict.Rules(Subject.SECOND_SET, Subject.SECOND_SET);
    assertThat(Verdict.of(load, changed, log, NOT_SAID).difference().doubled()).isPositive();
    Verdict.Rules between = new Verdict.Rules(Subject.FIRST_SET, Subject.SECOND_SET);
    assertThat(Verdict.of(load, between, log, NOT_SAID).holds()).isTrue();
  }

  private Verdict verdict(Optional<Feed.Sums> sums) {
    return Verdict.of(load, Verdict.Rules.ALL_THE_SAME, log, sums);
  }

  private Seen first(String topic) {
    return log.stream().filter(one -> one.topic().equals(topic)).findFirst().orElseThrow();
  }

  private void alert(KnownArticle article, Set<Subject> rules) {
    for (Item alert : article.alerts(article.texts().stream().map(text -> rules).toList())) {
      see(Topics.ALERTS.name(), alert);
      for (Subject subject : Subject.ROUTED) {
        KnownArticle.about(subject, List.of(alert))
            .forEach(routed -> see(Topics.alerts(subject.rule()).name(), routed));
      }
    }
  }

  private void setAside(String topic, String id, String why, boolean wasRaw) {
    if (wasRaw) {
      see(Topics.RAW_ARTICLES.name(), new Item(id, 1, why));
    }
    see(topic, new Item(id, 1, why));
  }

  private void see(String topic, Item item) {
    log.add(new Seen(topic, 0, item, 0));
  }
}
