/**
 * What the one-stop desk (bộ phận Một cửa) decides: receives dossiers, passes them on, finishes them, hands results over,
 * and tells citizens where they stand. Opens the transactions and writes the audit entry in the same one.
 *
 * <p>What it needs of the catalogue stands in {@link vn.kientao.reform.procedures.app.dossier.DeskProcedures}.
 */
@NullMarked
package vn.kientao.reform.procedures.app.dossier;

import org.jspecify.annotations.NullMarked;
