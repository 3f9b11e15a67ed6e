/** Brings dossiers into the register of the agency that settles them. */
@NullMarked
package vn.kientao.reform.procedures.app.competence;

import org.jspecify.annotations.NullMarked;
