/** The register of desk staff as pages. */
@NullMarked
package vn.kientao.reform.procedures.web.staffing;

import org.jspecify.annotations.NullMarked;
