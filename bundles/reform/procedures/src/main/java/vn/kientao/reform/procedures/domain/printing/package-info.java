/** Receipts of many dossiers, printed in the background. */
@NullMarked
package vn.kientao.reform.procedures.domain.printing;

import org.jspecify.annotations.NullMarked;
