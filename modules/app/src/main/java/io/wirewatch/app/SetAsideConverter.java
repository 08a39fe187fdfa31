package io.wirewatch.app;

import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which of the two topics of things set aside is meant. */
final class SetAsideConverter implements ITypeConverter<Topic<?>> {
  @Override
  public Topic<?> convert(String word) {
    return switch (word) {
      case "dead-letter" -> Topics.DEAD_LETTER;
      case "rejected" -> Topics.REJECTED_ARTICLES;
      default -> throw new TypeConversionException("it is dead-letter or rejected, not " + word);
    };
  }
}
