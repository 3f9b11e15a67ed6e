/** Files of the papers of dossiers: scans and documents. */
@NullMarked
package vn.kientao.reform.procedures.domain.attachment;

import org.jspecify.annotations.NullMarked;
