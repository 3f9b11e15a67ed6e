/** Pages and addresses for one action on many dossiers. */
@NullMarked
package vn.kientao.reform.procedures.web.bulk;

import org.jspecify.annotations.NullMarked;
