package io.wirewatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"source\":\"x\"} | JSONL",
        "'  \n{\"source\":1}' | JSONL",
        "<?xml version=\"1.0\"?><rss version=\"2.0\"> | FEED",
        "<!-- hello --><feed xmlns=\"http://www.w3.org/2005/Atom\"> | FEED",
        "<rdf:RDF xmlns:rdf=\"x\"> | FEED",
        "<RDF xmlns=\"x\"> | FEED",
        "{\"version\": \"https://jsonfeed.org/version/1.1\", | FEED",
        "{\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1\", | FEED",
        "<opml version=\"2.0\"> | FEED",
        "<!DOCTYPE html><html><body><rss> | PAGE",
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"> | PAGE",
        "<div>x</div> | PAGE",
        "Convoy leaves <rss> | PAGE",
        "'' | PAGE",
        "[1] | PAGE"
      })
  void of_theFirstBytes_tells(String text, InputKind kind) {
    assertThat(InputKind.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(kind);
  }

  @Test
  void of_aMarkBeforeIt_stillTells() {
    assertThat(InputKind.of("\uFEFF{}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(InputKind.JSONL);
    assertThat(InputKind.of("<rss >".getBytes(StandardCharsets.UTF_16))).isEqualTo(InputKind.FEED);
  }

  @Test
  void named_aWordOfTheCommandLine_isItsKind() {
    assertThat(InputKind.named("jsonl")).hasValue(InputKind.JSONL);
    assertThat(InputKind.named("JSON")).isEmpty();
  }
}
