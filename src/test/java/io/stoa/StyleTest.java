package io.stoa;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The house style, as far as a machine can tell. A number here may be lowered, never raised. */
class StyleTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int FILE_LINES_MAX = 250;
    private static final int METHOD_LINES_MAX = 40;
    private static final int METHOD_LINES_MEDIAN = 8;
    private static final int PACKAGE_FILES_MAX = 28;
    private static final Pattern BANNED = Pattern.compile(
            ".*(Impl|Service|Manager|Helper|Util|Utils|Dto|Entity|Repository|Store)");
    @Test
    void filesAreShort() {
        var lengths = sources().stream().collect(Collectors.toMap(file -> file, StyleTest::codeLines));
        assertThat(lengths).hasSizeGreaterThan(100);
        assertThat(over(lengths, FILE_LINES_MAX)).isEmpty();
        assertThat(median(lengths.values().stream().toList())).as("median").isLessThanOrEqualTo(45);
    }

    @Test
    void methodsAreShort() {
        var lengths = methodLengths();
        assertThat(lengths).hasSizeGreaterThan(500);
        assertThat(over(lengths, METHOD_LINES_MAX)).isEmpty();
        assertThat(median(lengths.values().stream().toList())).as("median").isLessThanOrEqualTo(METHOD_LINES_MEDIAN);
    }

    @Test
    void namesSayWhatThingsAre() {
        var names = sources().stream().map(StyleTest::typeName).toList();
        assertThat(names).isNotEmpty().noneMatch(name -> BANNED.matcher(name).matches());
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
        var packages = sources().stream().map(Path::getParent).distinct().toList();
        assertThat(packages).hasSizeGreaterThan(15);
        for (var folder : packages) {
            var info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(read(info)).as(info.toString()).contains("@NullMarked").contains("/**");
        }
    }

    @Test
    void packagesAreSmall() {
        var files = sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(files.values()).isNotEmpty().allMatch(count -> count <= PACKAGE_FILES_MAX);
    }

    @Test
    void nothingIsLeftForLater() {
        var marks = Pattern.compile("TODO|FIXME|(?<![\\w\\[])XXX(?![\\w\\]])|not implemented|@author");
        assertThat(sources()).isNotEmpty().noneMatch(file -> marks.matcher(read(file)).find());
    }

    @Test
    void testsNeitherSleepNorAreSwitchedOff() {
        var forbidden = Pattern.compile("Thread" + "\\.sleep|@Dis" + "abled|assume" + "True\\(false");
        var tests = sources(Path.of("src/test/java"));
        assertThat(tests).hasSizeGreaterThan(20).noneMatch(file -> forbidden.matcher(read(file)).find());
    }

    /** SQL stays behind the facade: no public type holds a statement of any length. */
    @Test
    void publicTypesSpeakNoSql() {
        var sql = Pattern.compile("\"\"\"\\s+(SELECT|INSERT|UPDATE|DELETE|WITH) ");
        var speakers = sources().stream().filter(file -> sql.matcher(read(file)).find()).toList();
        assertThat(speakers).hasSizeGreaterThan(10);
        assertThat(speakers).noneMatch(file -> read(file).contains("\npublic "));
    }

    private static List<Path> sources() {
        return sources(MAIN);
    }

    private static List<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String typeName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** Lines of code: without blanks, comments, imports and the package. */
    private static int codeLines(Path file) {
        return (int) read(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("*") && !line.startsWith("/*"))
                .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                .count();
    }

    /** Lines of every method with a body, by the compiler's own parser. */
    private static Map<String, Integer> methodLengths() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
        var lengths = new HashMap<String, Integer>();
        try {
            for (var unit : task.parse()) {
                measure(unit, Trees.instance(task).getSourcePositions(), lengths);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return lengths;
    }

    /** A statement of SQL is one thing however long it is: the lines of text blocks do not count. */
    private static int lines(MethodTree method, int all) {
        var blocks = new AtomicInteger();
        new TreeScanner<@Nullable Object, @Nullable Object>() {
            @Override
            public @Nullable Object visitLiteral(LiteralTree literal, @Nullable Object nothing) {
                if (literal.getValue() instanceof String text) {
                    blocks.addAndGet(Math.max(0, (int) text.lines().count() - 1));
                }
                return super.visitLiteral(literal, nothing);
            }
        }.scan(method, null);
        return all - Math.max(0, blocks.get());
    }

    private static void measure(CompilationUnitTree unit, SourcePositions positions, Map<String, Integer> lengths) {
        new TreeScanner<@Nullable Object, @Nullable Object>() {
            @Override
            public @Nullable Object visitMethod(MethodTree method, @Nullable Object nothing) {
                long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
                long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
                if (method.getBody() != null && last > first) {
                    lengths.put(unit.getSourceFile().getName() + ":" + first, lines(method, (int) (last - first + 1)));
                }
                return super.visitMethod(method, nothing);
            }
        }.scan(unit, null);
    }

    private static Map<Object, Integer> over(Map<?, Integer> lengths, int limit) {
        var over = new HashMap<Object, Integer>();
        lengths.forEach((what, length) -> {
            if (length > limit) {
                over.put(what, length);
            }
        });
        return over;
    }

    private static int median(List<Integer> values) {
        var sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
