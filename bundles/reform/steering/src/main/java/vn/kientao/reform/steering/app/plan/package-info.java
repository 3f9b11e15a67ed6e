/** Yearly plans: decisions, transactions, audit, notices. */
@NullMarked
package vn.kientao.reform.steering.app.plan;

import org.jspecify.annotations.NullMarked;
