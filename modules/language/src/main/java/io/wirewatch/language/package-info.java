/**
 * Words with offsets, folding, stems and language identification, for English, Arabic, Sorani and
 * Kurmanji. Pure Java; used by the enrichment ({@code io.wirewatch.annotate}) and by the rules
 * ({@code io.wirewatch.rules}).
 */
@NullMarked
package io.wirewatch.language;

import org.jspecify.annotations.NullMarked;
