/** The programme and its documents: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.programme;

import org.jspecify.annotations.NullMarked;
