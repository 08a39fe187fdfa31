package io.wirewatch.ingest.poll;

import io.wirewatch.ingest.web.FetchFailedException;
import io.wirewatch.ingest.web.WebAnswer;
import io.wirewatch.ingest.web.WebRequest;

/** Asks web addresses, one request each. */
public interface Web {

  /**
   * What an address answers; redirects are not followed.
   *
   * @throws FetchFailedException where it gives no answer
   */
  WebAnswer ask(WebRequest request) throws FetchFailedException;
}
