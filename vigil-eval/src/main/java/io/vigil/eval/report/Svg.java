package io.vigil.eval.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;

/** Charts as SVG documents; letters are outlines, so that no font is needed to look at them. */
final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private Svg() {}

    /** The document of a chart. */
    static String of(XYChart chart) {
        try {
            var document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
            var graphics = new SVGGraphics2D(document);
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
            var svg = new StringWriter();
            var root = graphics.getRoot();
            root.setAttributeNS(null, "viewBox", "0 0 " + chart.getWidth() + " " + chart.getHeight());
            graphics.stream(root, svg, true, false);
            String text = svg.toString();
            return text.substring(text.indexOf("<svg"));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has an XML parser", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
