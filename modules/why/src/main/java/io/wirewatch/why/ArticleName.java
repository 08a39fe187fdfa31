package io.wirewatch.why;

import io.wirewatch.contract.ArticleId;
import io.wirewatch.contract.CanonicalUrl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How people name an article: by its whole id, or by its address.
 *
 * @param id of the article
 * @param inputs under which other names the edge may have refused it: its address, as it was
 *     written and in its canonical form
 */
public record ArticleName(String id, List<String> inputs) {

  /** Copies the list. */
  public ArticleName {
    inputs = List.copyOf(inputs);
  }

  /** What somebody wrote; empty where it is neither an id nor an address. */
  public static Optional<ArticleName> of(String written) {
    Optional<String> url = CanonicalUrl.of(written);
    if (url.isEmpty() && !ArticleId.isLegal(written)) {
      return Optional.empty();
    }
    return Optional.of(
        new ArticleName(
            url.map(ArticleId::ofUrl).orElse(written),
            url.stream().flatMap(canonical -> Stream.of(canonical, written)).distinct().toList()));
  }
}
