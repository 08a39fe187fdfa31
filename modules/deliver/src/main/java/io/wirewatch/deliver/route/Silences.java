package io.wirewatch.deliver.route;

import io.wirewatch.DeskEntry;
import io.wirewatch.Incident;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The silences that hold. For one thread. */
public interface Silences {

  /** Takes an entry of {@code news.desk}; null: it holds no more. What is no silence is ignored. */
  void put(String id, @Nullable DeskEntry entry);

  /** The silence that hides an alert at that time; empty where none does. */
  Optional<DeskEntry> hiding(Incident incident, Instant now);
}
