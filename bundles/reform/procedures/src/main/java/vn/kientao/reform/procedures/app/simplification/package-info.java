/** Reviews of procedures: who may take what from where to where, in one transaction with its audit entry. */
@NullMarked
package vn.kientao.reform.procedures.app.simplification;

import org.jspecify.annotations.NullMarked;
