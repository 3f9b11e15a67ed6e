/** Imports of dossiers: a file is tried, taken over, and undone while nothing of it has moved on. */
@NullMarked
package vn.kientao.reform.procedures.app.dossierimport;

import org.jspecify.annotations.NullMarked;
