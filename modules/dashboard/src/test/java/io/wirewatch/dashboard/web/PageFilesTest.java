package io.wirewatch.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageFilesTest {
  private final PageFiles files = new PageFiles("/io/wirewatch/dashboard/web/pages/");

  @Test
  void root_isTheIndex() {
    Optional<Reply> index = files.at("/");

    assertThat(index).isPresent();
    assertThat(((Reply.Whole) index.orElseThrow()).type()).isEqualTo("text/html; charset=utf-8");
  }

  @Test
  void fileInAFolder_isThere() {
    assertThat(files.at("/words/core.js").map(reply -> ((Reply.Whole) reply).type()))
        .contains("text/javascript; charset=utf-8");
  }

  @Test
  void sameFile_hasTheSameTag() {
    assertThat(files.at("/words/core.js").orElseThrow().headers().get("ETag"))
        .startsWith("W/\"")
        .isEqualTo(files.at("/words/core.js").orElseThrow().headers().get("ETag"))
        .isNotEqualTo(files.at("/").orElseThrow().headers().get("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../PageFiles.class",
        "/words/../index.html",
        "/./index.html",
        "//index.html",
        "/words//core.js",
        "/words",
        "/words/",
        "/index.html/",
        "/index.class",
        "/.hidden.js",
        "/index.html\0.js",
        "/words\\core.js",
        "/C:/index.html",
        "/a/b/c/d/e.js",
        "/none.js"
      })
  void nameThatLeadsElsewhereOrNowhere_isNoFile(String path) {
    assertThat(files.at(path)).isEmpty();
  }
}
