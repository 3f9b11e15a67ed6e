/** Dossiers that one agency received and another settles. */
@NullMarked
package vn.kientao.reform.procedures.domain.competence;

import org.jspecify.annotations.NullMarked;
