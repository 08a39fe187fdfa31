package io.wirewatch.ingest.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tags of languages. */
final class Language {
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

  private Language() {}

  /** The tag as written, an underscore made a hyphen; empty for what is none. */
  static Optional<String> of(@Nullable String written) {
    return Optional.ofNullable(written)
        .map(tag -> tag.strip().replace('_', '-'))
        .filter(tag -> TAG.matcher(tag).matches());
  }
}
