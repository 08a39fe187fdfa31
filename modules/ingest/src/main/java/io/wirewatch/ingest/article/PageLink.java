package io.wirewatch.ingest.article;

import io.wirewatch.contract.CanonicalUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.apache.hc.client5.http.utils.URIUtils;

/** Addresses as pages write them: whole, or seen from the page. */
public final class PageLink {
  private PageLink() {}

  /**
   * The {@linkplain CanonicalUrl canonical} form of a link; empty for what is none, rubbish among
   * it.
   *
   * @param base the page's address
   */
  public static Optional<String> canonical(String link, String base) {
    Optional<String> absolute = CanonicalUrl.of(link);
    if (absolute.isPresent() || !CanonicalUrl.isWellFormed(link)) {
      return absolute;
    }
    try {
      return CanonicalUrl.of(URIUtils.resolve(new URI(base), new URI(link.strip())).toString());
    } catch (URISyntaxException | IllegalArgumentException rubbish) {
      return Optional.empty();
    }
  }
}
