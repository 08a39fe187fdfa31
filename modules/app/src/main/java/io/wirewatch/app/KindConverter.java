package io.wirewatch.app;

import io.wirewatch.ingest.InputKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the kind of an input. */
final class KindConverter implements ITypeConverter<InputKind> {
  @Override
  public InputKind convert(String word) {
    return InputKind.named(word)
        .orElseThrow(() -> new TypeConversionException("it is page, feed or jsonl, not " + word));
  }
}
