/** What the quality of settlement is computed from, and what was published: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.procedures.store.quality;

import org.jspecify.annotations.NullMarked;
