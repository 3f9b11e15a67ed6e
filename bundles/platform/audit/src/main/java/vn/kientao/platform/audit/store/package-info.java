/** The schema {@code audit}. */
@NullMarked
package vn.kientao.platform.audit.store;

import org.jspecify.annotations.NullMarked;
