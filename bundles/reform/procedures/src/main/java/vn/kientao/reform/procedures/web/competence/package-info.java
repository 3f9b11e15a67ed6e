/** What the receiving desk sees and does of dossiers that other agencies settle. */
@NullMarked
package vn.kientao.reform.procedures.web.competence;

import org.jspecify.annotations.NullMarked;
