/**
 * Papers of the one-stop desk (giấy tờ, mẫu biểu): composed from a dossier by the form under which it was received, numbered
 * and kept when they are issued, printed again as they were.
 */
@NullMarked
package vn.kientao.reform.procedures.app.paper;

import org.jspecify.annotations.NullMarked;
