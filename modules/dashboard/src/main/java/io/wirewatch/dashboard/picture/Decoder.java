package io.wirewatch.dashboard.picture;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;

/** Reads once more what has been read before. */
interface Decoder {
  Alert alert(Stored stored);

  EnrichedArticle article(Stored stored);
}
