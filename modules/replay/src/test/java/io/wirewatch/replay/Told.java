package io.wirewatch.replay;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.replay.history.Past;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keeps what it is told of records, and of the alerts of the rules that are tried. */
final class Told implements Observer {
  private final List<EnrichedArticle> examined = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final List<String> setAside = new ArrayList<>();
  private final Set<String> wanted;

  /** Wants these articles in full, whatever rules say of them. */
  Told(Set<String> wanted) {
    this.wanted = Set.copyOf(wanted);
  }

  List<EnrichedArticle> examined() {
    return examined;
  }

  List<Alert> alerts() {
    return alerts;
  }

  /** The steps at which records ended. */
  List<String> setAside() {
    return setAside;
  }

  @Override
  public boolean isWanted(String article) {
    return wanted.contains(article);
  }

  @Override
  public void examined(Past record, EnrichedArticle article, List<List<Raised>> raised) {
    examined.add(article);
    raised.get(0).forEach(one -> alerts.add(one.alert()));
  }

  @Override
  public void setAside(Past record, String step, String why) {
    setAside.add(step);
  }

  @Override
  public void committing() {
    // All is kept in memory.
  }
}
