package io.wirewatch.ingest.page;

import io.wirewatch.Precision;
import io.wirewatch.ingest.article.Published;
import java.time.Duration;
import java.time.Instant;

/** When an article was published, as a page says it. */
sealed interface Age {

  /** The time it stands for, on a page that was read then. */
  Published countedFrom(Instant observedAt);

  /**
   * So long ago. What is said is taken off as it is, unrounded: the precision says how much of the
   * result to believe. A month is 30 days and a year 365, both to the WEEK, the coarsest there is.
   */
  record Ago(Duration span, Precision precision) implements Age {
    @Override
    public Published countedFrom(Instant observedAt) {
      return new Published(observedAt.minus(span), precision);
    }
  }

  /** A date, perhaps with its time; unknown where it has the shape of one, but is no day. */
  record On(Published published) implements Age {
    @Override
    public Published countedFrom(Instant observedAt) {
      return published;
    }
  }
}
