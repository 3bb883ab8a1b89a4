/** Webhooks: rtc. */
@NullMarked
package dev.switchboard.webhooks.rtc;

import org.jspecify.annotations.NullMarked;
