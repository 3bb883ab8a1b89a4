/**
 * Signatures: webhooks the platform signs (HS256), tokens the app shows to the platform (RS256), and the old signatures of
 * SMS. All cryptography is the JDK's, and all of it is here.
 */
@NullMarked
package dev.switchboard.webhooks.signing;

import org.jspecify.annotations.NullMarked;
