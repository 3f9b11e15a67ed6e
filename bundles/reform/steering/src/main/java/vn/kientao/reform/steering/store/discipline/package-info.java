/** Discipline: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.discipline;

import org.jspecify.annotations.NullMarked;
