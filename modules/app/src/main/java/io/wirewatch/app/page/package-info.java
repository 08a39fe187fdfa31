/**
 * Annotated articles as a page for people: one file of HTML that loads nothing and runs nothing,
 * with the names coloured by type and the places on maps. Knows of {@code annotate} alone; the
 * command {@code wirewatch annotate --html} fills it.
 */
@NullMarked
package io.wirewatch.app.page;

import org.jspecify.annotations.NullMarked;
