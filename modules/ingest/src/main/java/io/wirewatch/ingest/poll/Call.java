package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.web.FetchFailedException;
import io.wirewatch.ingest.web.FetchFailedException.Kind;
import io.wirewatch.ingest.web.Fetcher;
import io.wirewatch.ingest.web.WebAnswer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One poll's way to an answer: robots.txt where it holds, redirects, validators of what is known.
 */
final class Call {
  private static final int MOST_REDIRECTS = 5;

  private final Source source;
  private final FeedState known;
  private final Robots robots;
  private final Ledger ledger;
  private boolean permanent = true;

  Call(Source source, FeedState known, Robots robots, Ledger ledger) {
    this.source = source;
    this.known = known;
    this.robots = robots;
    this.ledger = ledger;
  }

  /** robots.txt does not let us ask. */
  static final class KeptAwayException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Robots.Decision decision;

    KeptAwayException(Robots.Decision decision, URI address) {
      super(
          decision == Robots.Decision.FORBIDDEN
              ? "robots.txt of " + address.getHost() + " forbids this address"
              : "robots.txt of " + address.getHost() + " cannot be had, so nothing is asked there");
      this.decision = decision;
    }

    boolean isForbidden() {
      return decision == Robots.Decision.FORBIDDEN;
    }
  }

  /** The address that a source is asked at. */
  static URI address(Source source, FeedState known) {
    return Optional.ofNullable(known.getMovedTo())
        .flatMap(Fetcher::address)
        .orElse(source.address());
  }

  /** The last answer, which is no redirect. */
  WebAnswer answer(Visit visit) throws FetchFailedException, KeptAwayException {
    URI next = address(source, known);
    for (int asked = 0; asked <= MOST_REDIRECTS; asked++) {
      checkRobots(next, visit);
      Map<String, String> validators = validators(next);
      WebAnswer answer = visit.ask(next, validators);
      if (answer.redirect().isEmpty()) {
        if (validators.isEmpty()) {
          ledger.unconditional();
        }
        return answer;
      }
      next = Fetcher.redirected(answer);
      remember(answer, next);
    }
    throw new FetchFailedException(
        Kind.REDIRECT, "redirects more than " + MOST_REDIRECTS + " times");
  }

  /** For good is what every redirect so far says, and no way from TLS to none. */
  private void remember(WebAnswer answer, URI next) {
    boolean weaker =
        answer.address().getScheme().equals("https") && !next.getScheme().equals("https");
    permanent &= (answer.status() == 301 || answer.status() == 308) && !weaker;
    if (permanent) {
      ledger.moved(next.toString());
    }
  }

  private Map<String, String> validators(URI address) {
    Map<String, String> headers = new HashMap<>();
    if (address.toString().equals(known.getAddress())) {
      if (known.getEtag() != null) {
        headers.put("If-None-Match", known.getEtag());
      }
      if (known.getLastModified() != null) {
        headers.put("If-Modified-Since", known.getLastModified());
      }
    }
    return headers;
  }

  /** A feed is there to be read by machines; of what may be a page, its site decides. */
  private void checkRobots(URI address, Visit visit) throws KeptAwayException {
    if (source.kind().filter(kind -> kind != InputKind.PAGE).isPresent()) {
      return;
    }
    Robots.Decision decision = robots.decide(address, visit);
    ledger.robots(decision);
    if (decision != Robots.Decision.ALLOWED) {
      throw new KeptAwayException(decision, address);
    }
  }
}
