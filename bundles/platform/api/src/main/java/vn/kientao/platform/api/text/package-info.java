/**
 * Words on the screen: Vietnamese first, English beside it; folding for search without diacritics.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
