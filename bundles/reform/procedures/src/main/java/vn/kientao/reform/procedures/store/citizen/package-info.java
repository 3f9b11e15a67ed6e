/** The tables of what citizens do on their own. */
@NullMarked
package vn.kientao.reform.procedures.store.citizen;

import org.jspecify.annotations.NullMarked;
