/** One action on many dossiers, each in a transaction of its own. */
@NullMarked
package vn.kientao.reform.procedures.app.bulk;

import org.jspecify.annotations.NullMarked;
