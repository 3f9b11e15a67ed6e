/** Keeps what is printed in the background. */
@NullMarked
package vn.kientao.reform.procedures.store.printing;

import org.jspecify.annotations.NullMarked;
