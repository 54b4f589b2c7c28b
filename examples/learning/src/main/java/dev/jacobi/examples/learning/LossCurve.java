package dev.jacobi.examples.learning;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How the loss fell, epoch by epoch. */
final class LossCurve {

    private LossCurve() {}

    static BufferedImage draw(List<DigitTraining.Losses> losses) {
        XYChart chart = new XYChartBuilder()
                .width(1200)
                .height(800)
                .title("Learning to read digits")
                .xAxisTitle("epoch")
                .yAxisTitle("cross-entropy")
                .build();
        chart.getStyler().setYAxisLogarithmic(true).setLegendPosition(LegendPosition.InsideNE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        double[] training =
                losses.stream().mapToDouble(DigitTraining.Losses::training).toArray();
        double[] test = losses.stream().mapToDouble(DigitTraining.Losses::test).toArray();
        chart.addSeries("images learned from", training).setMarker(SeriesMarkers.CIRCLE);
        chart.addSeries("images not seen", test).setMarker(SeriesMarkers.CIRCLE);
        return BitmapEncoder.getBufferedImage(chart);
    }
}
