/** The page of the desk in a real browser, over the real pipeline. */
@NullMarked
package io.wirewatch.journey.page;

import org.jspecify.annotations.NullMarked;
