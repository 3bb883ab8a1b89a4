/** Every payload of the corpus, read in place. */
@NullMarked
package dev.switchboard.webhooks.corpus;

import org.jspecify.annotations.NullMarked;
