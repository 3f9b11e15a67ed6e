/** The index of service quality (Decision 766/QĐ-TTg) as pages. */
@NullMarked
package vn.kientao.reform.procedures.web.index766;

import org.jspecify.annotations.NullMarked;
