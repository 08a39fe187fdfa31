package io.wirewatch.app.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The head of every page: it fits phones, has its style in it, and forbids all else. */
final class PageHead {
  private static final String STYLE = "page.css";

  private PageHead() {}

  /**
   * Writes it.
   *
   * @param more style sheets of this package beside the common one
   */
  static void write(Html html, String title, String... more) {
    html.ours("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
    // Should anything ever get through, the browser neither runs nor loads it.
    html.ours("<meta http-equiv=\"Content-Security-Policy\"");
    html.ours(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.ours("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.ours("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.element("title", title);
    html.ours("\n<style>\n").ours(style(STYLE));
    for (String sheet : more) {
      html.ours(style(sheet));
    }
    html.ours("</style></head>\n");
  }

  private static String style(String sheet) {
    try (InputStream in = PageHead.class.getResourceAsStream(sheet)) {
      return new String(Objects.requireNonNull(in, sheet).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
