/**
 * The {@code wirewatch} command: reads what the user wants, starts the stages, shows what they do.
 * Data goes to standard output, talk to standard error; exit 0 fine, 1 the thing checked is not so,
 * 2 wrong usage or input.
 */
@NullMarked
package io.wirewatch.app;

import org.jspecify.annotations.NullMarked;
