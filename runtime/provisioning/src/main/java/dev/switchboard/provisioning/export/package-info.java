/** What an app declares, in the words of other deploy tools. Pure functions of a manifest and its bindings. */
@NullMarked
package dev.switchboard.provisioning.export;

import org.jspecify.annotations.NullMarked;
