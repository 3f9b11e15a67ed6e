package vn.kientao.platform.api.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.kientao.platform.api.chart.ChartData.Series;

class SvgChartTest {
    private static final ChartData TWO = new ChartData(
            "Hồ sơ theo lĩnh vực",
            List.of("Hộ tịch", "Đất đai"),
            List.of(new Series("Trước hạn", List.of(30.0, 10.0)), new Series("Quá hạn", List.of(10.0, 0.0))));

    @Test
    void drawsBarsAsLongAsTheirValues() throws Exception {
        List<Element> bars = bars(SvgChart.bars(TWO));

        assertThat(bars).extracting(bar -> bar.getAttribute("width")).containsExactly("296.0", "98.7", "98.7", "0.0");
    }

    @Test
    void stacksThePiecesOfALabelOneAfterTheOther() throws Exception {
        List<Element> bars = bars(SvgChart.stackedBars(TWO));

        assertThat(bars).extracting(bar -> bar.getAttribute("x")).containsExactly("0.0", "222.0", "0.0");
        assertThat(bars).extracting(bar -> bar.getAttribute("width")).containsExactly("222.0", "74.0", "74.0");
    }

    @Test
    void drawsALineForEachSeries() throws Exception {
        Document svg = parsed(SvgChart.lines(TWO));

        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(((Element) svg.getElementsByTagName("polyline").item(1)).getAttribute("points"))
                .isEqualTo("44.0,152.0 354.0,202.0");
    }

    @Test
    void letsNoMarkupThroughAndNeedsNoStyle() throws Exception {
        String evil = "</text><script>alert(1)</script>\" onload=\"x\u0000";
        ChartData data = new ChartData(
                evil, List.of(evil), List.of(new Series(evil, List.of(1.0)), new Series("b", List.of(2.0))));

        for (String svg : List.of(SvgChart.bars(data), SvgChart.stackedBars(data), SvgChart.lines(data))) {
            Document document = parsed(svg);
            assertThat(document.getElementsByTagName("script").getLength()).isZero();
            assertThat(document.getDocumentElement().hasAttribute("onload")).isFalse();
            assertThat(svg).doesNotContain("style=");
        }
    }

    @Test
    void drawsNothingOutOfNothing() throws Exception {
        ChartData none = new ChartData("Trống", List.of(), List.of(new Series("Hồ sơ", List.of())));
        ChartData zero = new ChartData("Không", List.of("Quý I"), List.of(new Series("Hồ sơ", List.of(0.0))));

        assertThat(parsed(SvgChart.bars(none)).getElementsByTagName("rect").getLength())
                .isZero();
        assertThat(SvgChart.lines(zero)).doesNotContain("NaN");
        assertThat(SvgChart.lines(none)).doesNotContain("NaN");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatThrownBy(() -> new Series("Âm", List.of(-1.0)))
                .hasMessageContaining("-1.0")
                .hasMessageContaining("Âm");
        assertThatThrownBy(() -> new ChartData("Lệch", List.of("a", "b"), List.of(new Series("s", List.of(1.0)))))
                .hasMessage("series 's' has 1 values (expected: 2)");
    }

    private static List<Element> bars(String svg) throws Exception {
        List<Element> bars = new ArrayList<>();
        var all = parsed(svg).getElementsByTagName("rect");
        for (int number = 0; number < all.getLength(); number++) {
            Element bar = (Element) all.item(number);
            if (bar.getAttribute("height").equals("14")) {
                bars.add(bar);
            }
        }
        return bars;
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
