/** The register of desk staff: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.procedures.store.staffing;

import org.jspecify.annotations.NullMarked;
