/** Discipline: decisions, transactions, audit, personal data. */
@NullMarked
package vn.kientao.reform.steering.app.discipline;

import org.jspecify.annotations.NullMarked;
