/** Reads what earlier dossiers hold of an applicant. */
@NullMarked
package vn.kientao.reform.procedures.store.returning;

import org.jspecify.annotations.NullMarked;
