/** Matters for the chairman: decisions, transactions, audit (D7). */
@NullMarked
package vn.kientao.reform.steering.app.issue;

import org.jspecify.annotations.NullMarked;
