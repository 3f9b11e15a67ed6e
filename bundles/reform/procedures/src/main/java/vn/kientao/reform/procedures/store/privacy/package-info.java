/** SQL on the personal data in dossiers. */
@NullMarked
package vn.kientao.reform.procedures.store.privacy;

import org.jspecify.annotations.NullMarked;
