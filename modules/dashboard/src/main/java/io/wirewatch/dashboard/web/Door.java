package io.wirewatch.dashboard.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Who may come in. */
public interface Door {

  /**
   * Who has come in.
   *
   * @param csrf what a page has to give back with each request that is more than looking
   */
  record Entry(User user, String csrf) {}

  /** How one comes in: {@code none}, {@code password} or {@code proxy}. */
  String signIn();

  /** Who that is; empty where he has not come in. Cheap: it is asked again while streams last. */
  Optional<Entry> entry(Visitor visitor);

  /** What somebody who has not come in is told to do, in a sentence. */
  String advice();

  /**
   * Lets in who gives a name and a password.
   *
   * @param said {@code name} and {@code password}
   */
  Admittance admit(Visitor visitor, JsonNode said);

  /** Ends the session that the visitor has, where there are such; the headers of the answer. */
  default Map<String, String> leave(Visitor visitor) {
    return Map.of();
  }

  /** What came of an attempt to come in. */
  sealed interface Admittance {
    /** In; with the headers of the answer. */
    record In(Entry entry, Map<String, String> headers) implements Admittance {}

    /** Not in; with what is answered. */
    record Out(Reply reply) implements Admittance {}
  }
}
