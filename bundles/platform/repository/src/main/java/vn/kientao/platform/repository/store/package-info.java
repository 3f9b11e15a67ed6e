/** The table of sources. */
@NullMarked
package vn.kientao.platform.repository.store;

import org.jspecify.annotations.NullMarked;
