package io.wirewatch.ingest.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one article on a page.
 *
 * @param publisher empty where the block does not name it
 * @param age null where the block has none
 * @param headline null where it has none
 * @param body without furniture and without the headline again; may be empty
 * @param certain whether it can be nothing but a block of a list: its publisher stands there twice
 */
record Block(
    String publisher,
    @Nullable Age age,
    @Nullable PageLine headline,
    List<PageLine> body,
    boolean certain) {}
