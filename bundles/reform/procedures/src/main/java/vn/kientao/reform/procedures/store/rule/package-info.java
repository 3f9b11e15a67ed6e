/** Keeps what each loaded rule set states. */
@NullMarked
package vn.kientao.reform.procedures.store.rule;

import org.jspecify.annotations.NullMarked;
