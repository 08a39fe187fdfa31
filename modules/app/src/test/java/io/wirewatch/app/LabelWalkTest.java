package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LabelWalkTest {
  private final Set<String> labelled = new HashSet<>();

  private LabelWalk walk(String... articles) {
    List<LabelItem> items =
        Stream.of(articles).map(article -> new LabelItem("border", article, List.of())).toList();
    return new LabelWalk(items, item -> labelled.contains(item.article()));
  }

  private static String at(LabelWalk walk) {
    return walk.current().map(LabelItem::article).orElse("end");
  }

  private void label(LabelWalk walk) {
    labelled.add(at(walk));
    walk.forward();
  }

  @Test
  void walk_whereSomeAreLabelled_beginsAtTheFirstThatIsNot() {
    labelled.addAll(List.of("a", "b", "d"));
    LabelWalk walk = walk("a", "b", "c", "d", "e");

    assertThat(at(walk)).isEqualTo("c");
    label(walk);
    assertThat(at(walk)).isEqualTo("e");
    label(walk);
    assertThat(at(walk)).isEqualTo("end");
  }

  @Test
  void walk_whereAllAreLabelled_isAtTheEnd() {
    labelled.add("a");

    assertThat(at(walk("a"))).isEqualTo("end");
  }

  @Test
  void back_afterOneWasLabelled_isAtThatOne() {
    LabelWalk walk = walk("a", "b", "c");
    label(walk);

    assertThat(walk.back()).isTrue();
    assertThat(at(walk)).isEqualTo("a");
    label(walk);
    assertThat(at(walk)).isEqualTo("b");
  }

  @Test
  void back_overThoseThatWereLabelledBefore_isAtTheOneThatWasAskedLast() {
    labelled.addAll(List.of("b", "c"));
    LabelWalk walk = walk("a", "b", "c", "d");
    label(walk);

    walk.back();

    assertThat(at(walk)).isEqualTo("a");
  }

  @Test
  void back_twiceAndForward_passesOverWhatIsLabelledAndStopsAtWhatWasSkipped() {
    LabelWalk walk = walk("a", "b", "c", "d");
    label(walk);
    walk.forward();
    label(walk);
    walk.back();
    walk.back();
    walk.back();
    assertThat(at(walk)).isEqualTo("a");

    walk.forward();
    assertThat(at(walk)).isEqualTo("b");
    walk.forward();
    assertThat(at(walk)).isEqualTo("d");
  }

  @Test
  void back_fromTheEnd_isAtTheLast() {
    LabelWalk walk = walk("a");
    label(walk);
    assertThat(at(walk)).isEqualTo("end");

    assertThat(walk.back()).isTrue();
    assertThat(at(walk)).isEqualTo("a");
  }

  @Test
  void back_fromTheFirstThatIsAsked_isAtOneThatWasLabelledAnotherTime() {
    labelled.addAll(List.of("a", "b"));
    LabelWalk walk = walk("a", "b", "c");

    assertThat(walk.back()).isTrue();
    assertThat(at(walk)).isEqualTo("b");
    assertThat(walk.back()).isTrue();
    assertThat(at(walk)).isEqualTo("a");
    assertThat(walk.back()).isFalse();
    assertThat(at(walk)).isEqualTo("a");
  }
}
