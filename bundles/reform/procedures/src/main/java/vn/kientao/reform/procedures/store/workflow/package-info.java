/** The tables of internal procedures. Every method takes the caller's transaction. */
@NullMarked
package vn.kientao.reform.procedures.store.workflow;

import org.jspecify.annotations.NullMarked;
