package io.wirewatch.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * A feed that a list names.
 *
 * @param name what the list calls it, in one line; its host where the list gives it no name
 * @param title what the feed calls itself; the name where that is not said
 * @param url the feed's absolute address
 * @param kind as written: {@code rss}, {@code atom}, …; {@code rss} where it is not said
 * @param page the address of the page that the feed belongs to
 * @param language as written, a tag
 * @param folders the outlines around it, the outermost first
 */
public record OpmlSource(
    String name,
    String title,
    String url,
    String kind,
    Optional<String> page,
    Optional<String> language,
    List<String> folders) {

  /** Copies the folders. */
  public OpmlSource {
    folders = List.copyOf(folders);
  }
}
