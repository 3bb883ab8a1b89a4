/**
 * Call instructions: written with builders that read like the call, read from anywhere, checked by the rules of the
 * platform. Begin at {@link dev.switchboard.webhooks.ncco.Ncco}.
 */
@NullMarked
package dev.switchboard.webhooks.ncco;

import org.jspecify.annotations.NullMarked;
