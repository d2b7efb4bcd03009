package photoset.e2e.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One parsed Java file.
 *
 * @param path relative to the root, with slashes
 * @param text its characters
 * @param tree its syntax, without types
 * @param positions where the nodes of the tree stand
 */
record SourceFile(String path, String text, CompilationUnitTree tree, SourcePositions positions) {
    /** Parses files given by path and text, so that a test can ask about a file that does not exist. */
    static List<SourceFile> parse(Map<String, String> texts) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var units = texts.entrySet().stream()
                .map(entry -> new Text(entry.getKey(), entry.getValue()))
                .toList();
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, units);
        var positions = Trees.instance(task).getSourcePositions();
        List<SourceFile> parsed = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                var path = unit.getSourceFile().toUri().getPath().substring(1);
                parsed.add(new SourceFile(path, texts.getOrDefault(path, ""), unit, positions));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return parsed;
    }

    String packageName() {
        var name = tree.getPackageName();
        return name == null ? "" : name.toString();
    }

    /** The folder of the module that holds the file, such as {@code activities-cpu}. */
    String module() {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }

    boolean isMain() {
        return path.contains("/src/main/");
    }

    boolean isPackageInfo() {
        return Repository.nameOf(Path.of(path)).equals("package-info.java");
    }

    int lines() {
        return (int) text.lines().count();
    }

    /** Lines that hold a comment or a part of one, by their first characters: the formatter guarantees the form. */
    int commentLines() {
        return (int) text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("//") || line.startsWith("/*") || line.startsWith("*"))
                .count();
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String content;

        Text(String path, String content) {
            super(URI.create("memory:///" + path), JavaFileObject.Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
