package io.wirewatch.rules;

/**
 * Is told how far the load of a rule set is, after every rule and on the loading thread: what it
 * does must be quick.
 */
public interface LoadProgress {
  /** Looks away. */
  LoadProgress UNSEEN =
      new LoadProgress() {
        @Override
        public void read(int rules) {}

        @Override
        public void compiled(int rules, int all) {}
      };

  /** So many rules have been read and checked. */
  void read(int rules);

  /** So many of all rules have been made ready to match. */
  void compiled(int rules, int all);
}
