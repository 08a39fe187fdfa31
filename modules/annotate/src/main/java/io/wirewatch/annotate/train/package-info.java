/**
 * Makes the tagger's model from marked text: {@code modules/annotate/wirewatch-train}. Not in the
 * jar.
 */
@NullMarked
package io.wirewatch.annotate.train;

import org.jspecify.annotations.NullMarked;
