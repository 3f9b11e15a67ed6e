/** The schema {@code privacy}. */
@NullMarked
package vn.kientao.platform.privacy.store;

import org.jspecify.annotations.NullMarked;
