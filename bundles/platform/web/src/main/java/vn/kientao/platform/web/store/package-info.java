/** The SQL of this room: drafts in the schema {@code web}, and the database's pulse. */
@NullMarked
package vn.kientao.platform.web.store;

import org.jspecify.annotations.NullMarked;
