/** The tables of imports of dossiers, and the writer of many dossiers at once. */
@NullMarked
package vn.kientao.reform.procedures.store.dossierimport;

import org.jspecify.annotations.NullMarked;
