/** Targets of the programme: decisions, transactions, audit. */
@NullMarked
package vn.kientao.reform.steering.app.goal;

import org.jspecify.annotations.NullMarked;
