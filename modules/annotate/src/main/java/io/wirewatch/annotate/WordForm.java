package io.wirewatch.annotate;

/**
 * One reading of a word: what is left when a clitic before it or an ending after it is taken off.
 *
 * @param key key of the folded rest
 * @param start first code unit that belongs to the name
 * @param end one past the last
 */
record WordForm(long key, int start, int end) {}
