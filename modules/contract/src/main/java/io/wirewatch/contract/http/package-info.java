/** What the servers that listen for requests share: bounds of threads, of time and of requests. */
@NullMarked
package io.wirewatch.contract.http;

import org.jspecify.annotations.NullMarked;
