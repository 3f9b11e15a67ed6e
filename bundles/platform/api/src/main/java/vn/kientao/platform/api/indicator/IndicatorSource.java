package vn.kientao.platform.api.indicator;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A module's figures. Register it as a service; whoever compiles reports asks it through {@link
 * vn.kientao.platform.api.module.Extensions#of}, in the circumstances of the agency whose figures they are.
 */
@ConsumerType
public interface IndicatorSource {

    /** Everything that is measured, in the order in which it should be shown. */
    List<Indicator> indicators();

    /**
     * The values of some indicators, computed from the facts of the period and never typed. Codes that it does not know
     * are left out of the answer.
     *
     * @param agency code of the agency
     */
    List<IndicatorValue> values(List<String> codes, String agency, Period period);
}
