/**
 * Remakes the extracted files of {@code src/data} from the packages that its README names. Run by
 * hand; nothing of it ships.
 */
@NullMarked
package io.wirewatch.annotate.source;

import org.jspecify.annotations.NullMarked;
