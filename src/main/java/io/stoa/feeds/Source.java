package io.stoa.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Where files come from: a folder (three levels deep), a zip, a single file, or resources of the program. */
public final class Source implements AutoCloseable {

    private static final int DEPTH_MAX = 3;
    private static final int FILES_MAX = 10_000;

    private final List<SourceFile> files;
    private final AutoCloseable resource;

    /** One file that can be opened any number of times; {@code bytes} is its size as it lies there, packed or not. */
    public record SourceFile(String name, long bytes, Opening opening) {

        /** The file as it lies there. */
        public InputStream raw() throws IOException {
            return opening.open();
        }

        /** Unpacks what is packed. */
        static InputStream unpacked(String name, InputStream raw) throws IOException {
            return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(raw, 65_536) : raw;
        }

        /** A fingerprint of the content. */
        public String digest() {
            try (var stream = raw()) {
                return Digests.of(stream);
            } catch (IOException unreadable) {
                throw new FeedProblem("Cannot read " + name, unreadable);
            }
        }
    }

    /** Opens a stream anew. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    private Source(List<SourceFile> files, AutoCloseable resource) {
        this.files = files.stream()
                .sorted(Comparator.comparing(SourceFile::name))
                .limit(FILES_MAX)
                .toList();
        this.resource = resource;
    }

    public static Source of(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return folder(path);
            }
            return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip") ? zip(path) : single(path);
        } catch (IOException unreadable) {
            throw new FeedProblem("Cannot read " + path + ": is it a folder, a zip or a CSV file?", unreadable);
        }
    }

    /** Files on the class path, all in one folder there. */
    public static Source resources(String folder, List<String> names) {
        return new Source(names.stream().map(name -> resource(folder, name)).toList(), () -> {});
    }

    /** The constant rows of a feed as if they stood in a file. */
    public static SourceFile constants(Feed feed) {
        var columns = feed.rows().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .toList();
        var header = columns.stream().collect(Collectors.toMap(c -> c, columns::indexOf));
        var text = new StringBuilder(new Row("", 1, header, columns).raw()).append('\n');
        for (Map<String, String> row : feed.rows()) {
            var fields = columns.stream().map(c -> row.getOrDefault(c, "")).toList();
            text.append(new Row("", 1, header, fields).raw()).append('\n');
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return new SourceFile("mapping (" + feed.as() + ")", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    public List<SourceFile> files() {
        return files;
    }

    @Override
    public void close() throws IOException {
        try {
            resource.close();
        } catch (IOException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }

    private static Source folder(Path folder) throws IOException {
        try (var paths = Files.walk(folder, DEPTH_MAX)) {
            var files = paths.filter(Files::isRegularFile).limit(FILES_MAX).toList();
            return new Source(
                    files.stream()
                            .map(path -> file(folder.relativize(path).toString(), path))
                            .toList(),
                    () -> {});
        }
    }

    private static Source single(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw new IOException("not readable");
        }
        return new Source(List.of(file(path.getFileName().toString(), path)), () -> {});
    }

    private static Source zip(Path path) throws IOException {
        var zip = new ZipFile(path.toFile());
        var files = zip.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry(zip, entry));
        return new Source(files.toList(), zip);
    }

    // The size of an entry is that of its unpacked content, which is what the reader counts.
    private static SourceFile entry(ZipFile zip, ZipEntry entry) {
        return new SourceFile(entry.getName(), entry.getSize(), () -> zip.getInputStream(entry));
    }

    private static SourceFile file(String name, Path path) {
        return new SourceFile(name, path.toFile().length(), () -> Files.newInputStream(path));
    }

    private static SourceFile resource(String folder, String name) {
        var loader = Source.class.getClassLoader();
        var place = folder + "/" + name;
        Opening opening = () -> {
            var stream = loader.getResourceAsStream(place);
            if (stream == null) {
                throw new IOException("no resource " + place);
            }
            return stream;
        };
        try (var stream = opening.open()) {
            return new SourceFile(name, stream.readAllBytes().length, opening);
        } catch (IOException missing) {
            throw new FeedProblem("The program lacks its own " + place, missing);
        }
    }
}
