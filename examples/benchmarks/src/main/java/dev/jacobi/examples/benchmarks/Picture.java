package dev.jacobi.examples.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A row of diagrams with logarithmic axes, as a PNG. */
final class Picture {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 560;

    /** Told apart by people who see fewer colours, too. */
    private static final Color[] COLOURS = {
        new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7)
    };

    private static final BasicStroke DASHES =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 6}, 0);

    private final List<XYChart> charts = new ArrayList<>();

    /** Adds a diagram. The curves go through {@code sizes} and {@code costs}; a dashed line shows what is linear. */
    void add(String title, String sizes, String costs, List<Curve> curves) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(sizes)
                .yAxisTitle(costs)
                .build();
        style(chart.getStyler());
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            String name = String.format(Locale.ROOT, "%s: exponent %.2f", curve.name(), curve.exponent());
            XYSeries series = chart.addSeries(name, curve.sizes(), curve.costs());
            series.setLineColor(COLOURS[i]);
            series.setMarkerColor(COLOURS[i]);
        }
        line(chart, curves);
        charts.add(chart);
    }

    /** Slope one, through the middle of the axes, which end at whole decades. */
    private static void line(XYChart chart, List<Curve> curves) {
        double[] sizes = decades(curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.sizes())));
        double[] costs = decades(curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.costs())));
        chart.getStyler().setXAxisMin(sizes[0]);
        chart.getStyler().setXAxisMax(sizes[1]);
        chart.getStyler().setYAxisMin(costs[0]);
        chart.getStyler().setYAxisMax(costs[1]);
        double factor = Math.sqrt(costs[0] * costs[1] / (sizes[0] * sizes[1]));
        double from = Math.max(sizes[0], costs[0] / factor);
        double to = Math.min(sizes[1], costs[1] / factor);
        double[] ends = {from, to};
        XYSeries series = chart.addSeries("linear", ends, new double[] {factor * from, factor * to});
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(Color.GRAY);
        series.setLineStyle(DASHES);
    }

    /** The powers of ten around the values. */
    private static double[] decades(DoubleStream values) {
        DoubleSummaryStatistics ends = values.summaryStatistics();
        return new double[] {
            Math.pow(10, Math.floor(Math.log10(ends.getMin()))), Math.pow(10, Math.ceil(Math.log10(ends.getMax())))
        };
    }

    private static void style(XYStyler style) {
        style.setXAxisLogarithmic(true);
        style.setYAxisLogarithmic(true);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotGridLinesColor(new Color(0xDDDDDD));
        style.setLegendPosition(LegendPosition.OutsideS);
        style.setLegendLayout(LegendLayout.Horizontal);
        style.setMarkerSize(7);
        style.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    }

    /** Draws all diagrams beside each other, in rows of two. */
    void save(Path png) throws IOException {
        BitmapEncoder.saveBitmap(charts, (charts.size() + 1) / 2, 2, png.toString(), BitmapFormat.PNG);
    }
}
