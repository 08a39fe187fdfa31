/**
 * The other sides: webhooks, mail, chats, files, Alertmanager. Before it is {@link
 * io.wirewatch.deliver.dispatch}; after it whoever acts.
 */
@NullMarked
package io.wirewatch.deliver.target;

import org.jspecify.annotations.NullMarked;
