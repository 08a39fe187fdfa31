package io.wirewatch.ingest.article;

import io.wirewatch.contract.Fingerprint;

/** Ids of articles that have no address. */
final class TextId {
  private TextId() {}

  /** The id that its three texts give it, a line each, whitespace folded. */
  static String of(String source, String headline, String body) {
    return Fingerprint.of(
        PlainText.oneLine(source), PlainText.oneLine(headline), PlainText.oneLine(body));
  }
}
