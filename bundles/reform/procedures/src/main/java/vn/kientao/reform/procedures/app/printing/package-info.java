/** Prints receipts of many dossiers in the background. */
@NullMarked
package vn.kientao.reform.procedures.app.printing;

import org.jspecify.annotations.NullMarked;
