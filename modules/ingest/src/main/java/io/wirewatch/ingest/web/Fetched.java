package io.wirewatch.ingest.web;

import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What an address answered.
 *
 * @param content all of it, in memory
 * @param address the address that answered, after redirects
 * @param charset the encoding that the answer declared
 */
public record Fetched(InputStream content, String address, @Nullable Charset charset) {}
