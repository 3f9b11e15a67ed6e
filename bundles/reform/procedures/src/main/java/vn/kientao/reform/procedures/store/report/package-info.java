/** The dated facts of dossiers and the rows of report forms: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.procedures.store.report;

import org.jspecify.annotations.NullMarked;
