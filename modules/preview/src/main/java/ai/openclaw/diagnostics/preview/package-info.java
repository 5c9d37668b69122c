/**
 * Pictures of the dashboards, for the documentation.
 *
 * <p><b>Start here:</b> {@code Main} reads the dashboards' files and writes an SVG for each. A {@code Page} lays its
 * {@code Panel}s out as Grafana's grid does; a panel asks {@code Prometheus} through a {@code TimeLapse} and has a
 * {@code Drawing} for its kind: {@code StatDrawing}, {@code LinesDrawing}, {@code TableDrawing} and so on. {@code Unit},
 * {@code Ticks} and {@code Stack} do the arithmetic, {@code Svg} the text.
 *
 * <p><b>Threads:</b> one.
 *
 * <p><b>Limits:</b> what these dashboards use of Grafana's options, and nothing more; a kind of panel that is not known is
 * an error. A panel has at most 8 series of about 100 points, so that a picture stays small.
 *
 * <p><b>Not here:</b> Grafana. The pictures say that they are no screenshots of it.
 */
package ai.openclaw.diagnostics.preview;
