/** The index of service quality (Decision 766/QĐ-TTg): computing it, changing its sub-points. */
@NullMarked
package vn.kientao.reform.procedures.app.index766;

import org.jspecify.annotations.NullMarked;
