/**
 * Passkeys (khoá truy cập, WebAuthn level 2): what a browser answers when it is asked for one, read and verified over the
 * Java platform's own cryptography.
 */
@NullMarked
package vn.kientao.platform.security.passkey;

import org.jspecify.annotations.NullMarked;
