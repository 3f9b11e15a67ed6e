/** SQL of dossiers that go from one register into another. */
@NullMarked
package vn.kientao.reform.procedures.store.competence;

import org.jspecify.annotations.NullMarked;
