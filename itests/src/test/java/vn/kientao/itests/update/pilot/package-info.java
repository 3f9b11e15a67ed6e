/** A module whose releases do as a file in their jar says: well, erring, slow or sick. */
@NullMarked
package vn.kientao.itests.update.pilot;

import org.jspecify.annotations.NullMarked;
