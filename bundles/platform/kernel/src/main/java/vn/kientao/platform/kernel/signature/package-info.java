/**
 * Signatures (chữ ký của nhà phát hành): who answers for a module jar, and whether we take it from them.
 *
 * <p>A jar is signed as Java signs jars. Trust has nothing to do with certificate authorities: an administrator names
 * the certificate of each publisher, and the kernel knows it again by its fingerprint.
 */
@NullMarked
package vn.kientao.platform.kernel.signature;

import org.jspecify.annotations.NullMarked;
