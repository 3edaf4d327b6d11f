package io.traject.communication;

import io.traject.kernel.Outcome;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * An image as letters carry it: drawn anew on white from what was uploaded, so that nothing of the file but its pixels is
 * kept, and no larger than print needs.
 *
 * @param png without transparency
 * @param width in pixels
 * @param height in pixels
 */
public record PrintImage(byte[] png, int width, int height) {

    /** The largest file that is looked at, in bytes. */
    public static final int MOST_BYTES = 2 << 20;

    static final int MOST_PIXELS = 4_000;
    static final int FEWEST_PIXELS = 100;

    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final int DOTS_PER_INCH = 300;
    private static final int FEWEST_DOTS_PER_INCH = 150;

    /**
     * Refuses with {@code image-too-large}, {@code image-not-png-or-jpeg} (by its content, whatever its name),
     * {@code image-too-many-pixels}, {@code image-too-few-pixels} or {@code image-unreadable}. How many pixels there are
     * is read before any of them: a small file may hold very many. One at a time, which bounds the memory.
     */
    static synchronized Outcome<PrintImage> read(byte[] file, StyleElement element) {
        if (file.length > MOST_BYTES) {
            return Outcome.refused("image-too-large", MOST_BYTES >> 20);
        }
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Optional<ImageReader> reader = reader(in);
            if (reader.isEmpty()) {
                return Outcome.refused("image-not-png-or-jpeg");
            }
            try {
                return read(reader.get(), in, element);
            } finally {
                reader.get().dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            return Outcome.refused("image-unreadable");
        }
    }

    private static Optional<ImageReader> reader(ImageInputStream in) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            String format = reader.getOriginatingProvider().getFormatNames()[0];
            if (format.equalsIgnoreCase("png") || format.equalsIgnoreCase("jpg") || format.equalsIgnoreCase("jpeg")) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    private static Outcome<PrintImage> read(ImageReader reader, ImageInputStream in, StyleElement element)
            throws IOException {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > MOST_PIXELS || height > MOST_PIXELS) {
            return Outcome.refused("image-too-many-pixels", width, height, MOST_PIXELS);
        }
        if (Math.max(width, height) < FEWEST_PIXELS) {
            return Outcome.refused("image-too-few-pixels", width, height, FEWEST_PIXELS);
        }
        double scale = Math.min(1, Math.min(dots(element.width()) / width, dots(element.height()) / height));
        ImageReadParam few = reader.getDefaultReadParam();
        int every = Math.max(1, (int) (1 / (2 * scale)));
        few.setSourceSubsampling(every, every, 0, 0);
        return Outcome.done(of(
                scaled(reader.read(0, few), Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int)
                        Math.round(height * scale)))));
    }

    private static double dots(int millimetres) {
        return millimetres / MILLIMETRES_PER_INCH * DOTS_PER_INCH;
    }

    /** Halved while that is possible, so that every pixel counts. */
    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage step = image;
        while (step.getWidth() >= 2 * width && step.getHeight() >= 2 * height) {
            step = drawn(step, step.getWidth() / 2, step.getHeight() / 2);
        }
        return drawn(step, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return paper;
    }

    private static PrintImage of(BufferedImage image) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PrintImage(png.toByteArray(), image.getWidth(), image.getHeight());
    }

    /** How wide it is printed, in millimetres: as large as the room allows without looking coarse. */
    double printedWidth(StyleElement element) {
        return width * millimetresPerPixel(element);
    }

    /** Likewise, how high. */
    double printedHeight(StyleElement element) {
        return height * millimetresPerPixel(element);
    }

    private double millimetresPerPixel(StyleElement element) {
        double fits = Math.min((double) element.width() / width, (double) element.height() / height);
        return Math.min(fits, MILLIMETRES_PER_INCH / FEWEST_DOTS_PER_INCH);
    }
}
