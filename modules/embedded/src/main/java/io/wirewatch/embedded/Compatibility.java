package io.wirewatch.embedded;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.jspecify.annotations.Nullable;

/** What a subject's next schema has to agree with; the levels that Confluent's API names. */
enum Compatibility {
  NONE(null),
  BACKWARD(new SchemaValidatorBuilder().canReadStrategy().validateLatest()),
  BACKWARD_TRANSITIVE(new SchemaValidatorBuilder().canReadStrategy().validateAll()),
  FORWARD(new SchemaValidatorBuilder().canBeReadStrategy().validateLatest()),
  FORWARD_TRANSITIVE(new SchemaValidatorBuilder().canBeReadStrategy().validateAll()),
  FULL(new SchemaValidatorBuilder().mutualReadStrategy().validateLatest()),
  FULL_TRANSITIVE(new SchemaValidatorBuilder().mutualReadStrategy().validateAll());

  @SuppressWarnings("ImmutableEnumChecker") // Avro's validators hold no state.
  private final @Nullable SchemaValidator validator;

  Compatibility(@Nullable SchemaValidator validator) {
    this.validator = validator;
  }

  /** Why the next schema may not follow those; empty where it may. */
  Optional<String> objection(Schema next, List<Schema> oldestFirst) {
    if (validator == null) {
      return Optional.empty();
    }
    List<Schema> newestFirst = new java.util.ArrayList<>(oldestFirst);
    java.util.Collections.reverse(newestFirst);
    try {
      validator.validate(next, newestFirst);
      return Optional.empty();
    } catch (SchemaValidationException incompatible) {
      return Optional.of(String.valueOf(incompatible.getMessage()));
    }
  }
}
