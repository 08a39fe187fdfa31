package io.wirewatch.embedded;

/**
 * A request that the registry refuses, under Confluent's error codes: the first three digits are
 * the HTTP status.
 */
final class RegistryProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  RegistryProblem(int code, String message) {
    super(message);
    this.code = code;
  }

  static RegistryProblem noSuchResource() {
    return new RegistryProblem(404, "HTTP 404 Not Found");
  }

  int code() {
    return code;
  }

  int httpStatus() {
    return code < 1000 ? code : code / 100;
  }
}
