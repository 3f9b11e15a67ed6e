/**
 * The form in which entries are sealed (chuỗi băm) and anchored (điểm neo). Stands on the JDK alone, because the verifier
 * runs without the platform.
 */
@NullMarked
package vn.kientao.platform.audit.chain;

import org.jspecify.annotations.NullMarked;
