/**
 * CoreNLP as a peer to measure against. Only the Maven profile {@code corenlp} of this module
 * compiles it, since CoreNLP is under the GPL; nothing that ships knows of it.
 */
@NullMarked
package io.wirewatch.benchmarks.corenlp;

import org.jspecify.annotations.NullMarked;
