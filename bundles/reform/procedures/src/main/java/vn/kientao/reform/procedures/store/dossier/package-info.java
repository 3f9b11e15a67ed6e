/** The tables of dossiers: SQL and row mapping, nothing else. Every method takes the caller's transaction. */
@NullMarked
package vn.kientao.reform.procedures.store.dossier;

import org.jspecify.annotations.NullMarked;
