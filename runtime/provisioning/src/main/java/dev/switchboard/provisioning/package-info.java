/** What deploys. */
@NullMarked
package dev.switchboard.provisioning;

import org.jspecify.annotations.NullMarked;
