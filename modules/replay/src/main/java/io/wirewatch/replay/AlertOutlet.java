package io.wirewatch.replay;

import io.wirewatch.Alert;

/** Where alerts of the rules that are tried go, beside the results. */
public interface AlertOutlet {
  /** Goes nowhere. */
  AlertOutlet NONE =
      new AlertOutlet() {
        @Override
        public void send(Alert alert) {
          // Nowhere.
        }

        @Override
        public void flush() {
          // Nothing to wait for.
        }
      };

  /** One alert, in the order of its article's partition. */
  void send(Alert alert);

  /** Returns when all that was sent is there. */
  void flush();
}
