/** One action on many dossiers: what became of each. */
@NullMarked
package vn.kientao.reform.procedures.domain.bulk;

import org.jspecify.annotations.NullMarked;
