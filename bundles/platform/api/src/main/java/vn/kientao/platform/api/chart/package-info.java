/**
 * Charts (biểu đồ) drawn on the server: safe SVG markup for pages without script. A chart always stands beside the table
 * with its numbers.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.chart;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
