/**
 * The tagger of English names: words in, spans of persons, organizations, groups, places and
 * nationalities out. A linear-chain model over hashed features; {@code annotate.train} makes it.
 */
@NullMarked
package io.wirewatch.annotate.tagger;

import org.jspecify.annotations.NullMarked;
