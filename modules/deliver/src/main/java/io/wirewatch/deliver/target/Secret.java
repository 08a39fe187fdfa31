package io.wirewatch.deliver.target;

/** A text that nobody may see: a password, a token, a key, an address that lets in who knows it. */
record Secret(String value) {

  @Override
  public String toString() {
    return "***";
  }
}
