/**
 * Artifacts (gói phân hệ): module jars as they arrive, what they say of themselves, and where they are kept.
 *
 * <p>Whatever is wrong with a jar is found here, before anything of it is installed, and refused with one sentence.
 */
@NullMarked
package vn.kientao.platform.kernel.artifact;

import org.jspecify.annotations.NullMarked;
