/** Requests and replies: routes, security headers, files of the page, event streams. */
@NullMarked
package io.wirewatch.dashboard.web;

import org.jspecify.annotations.NullMarked;
