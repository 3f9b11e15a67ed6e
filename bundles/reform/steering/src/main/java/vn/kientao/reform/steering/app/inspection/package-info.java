/** Inspections: decisions, transactions, audit (D2.3). */
@NullMarked
package vn.kientao.reform.steering.app.inspection;

import org.jspecify.annotations.NullMarked;
