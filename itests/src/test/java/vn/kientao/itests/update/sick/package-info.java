/** What a sick module is made of. The classes are packed into jars and run in the product. */
@NullMarked
package vn.kientao.itests.update.sick;

import org.jspecify.annotations.NullMarked;
